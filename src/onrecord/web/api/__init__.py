"""API: what a program can ask of a ledger over HTTP, and people can decide, a router a noun. See docs/api.md."""
