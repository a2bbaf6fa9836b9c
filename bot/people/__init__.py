"""Who is speaking: the person, their language and what the bot waits for from them."""
