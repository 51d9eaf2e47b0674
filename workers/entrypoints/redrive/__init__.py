"""`copydesk redrive`."""
