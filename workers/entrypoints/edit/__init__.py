"""`copydesk edit`."""
