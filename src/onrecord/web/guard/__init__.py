"""Guard: who may ask and write what, and how a browser is kept from doing what the page did not mean."""
