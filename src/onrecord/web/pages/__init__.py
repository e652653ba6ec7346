"""Pages: what a browser shows of a ledger, a router a noun."""
