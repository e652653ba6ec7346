"""Places for ledgers, as the ledger's own tests have them."""

from tests.ledger.conftest import cluster, new_place

__all__ = ["cluster", "new_place"]
