"""`copydesk demo`."""
