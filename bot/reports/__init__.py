"""What leaves the bot on paper: the content side by side in both languages, as a web page or for Word."""
