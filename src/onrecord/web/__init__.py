"""Web: a ledger as pages and as an HTTP API, for one person on this machine or for a desk with names and roles."""
