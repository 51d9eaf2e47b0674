"""`copydesk tail`."""
