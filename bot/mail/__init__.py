"""How messages come in and how anything leaves: kinds, lanes, pacing, fates, retries. Pure decisions."""
