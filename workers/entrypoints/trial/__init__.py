"""`copydesk try`."""
