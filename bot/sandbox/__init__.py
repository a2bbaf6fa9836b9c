"""A local stand-in for Telegram: the Bot API over real HTTP, people who can be played, faults on request."""
