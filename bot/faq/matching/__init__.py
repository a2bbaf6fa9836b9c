"""Which topic a message asks for, and whether the bot may say so. Pure: no I/O."""
