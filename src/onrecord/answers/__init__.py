"""Answers: a ledger and a matter brought together, for the commands, the pages and the API alike."""
