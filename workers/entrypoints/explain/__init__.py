"""`copydesk explain`."""
