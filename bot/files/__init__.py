"""The only room that reads content files: facts, topics, answers, catalogues and phrasings."""
