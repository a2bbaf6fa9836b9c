"""Handlers: read the update, call what decides, return what to say. Each module builds a fresh router."""
