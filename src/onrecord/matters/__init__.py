"""Matters: where parties stand on a question, folded from readings. Pure functions; no input, output or clock."""
