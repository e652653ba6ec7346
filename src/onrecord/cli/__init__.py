"""The commands: thin, each turns its arguments into calls of the other folders and their answers into words or JSON."""
