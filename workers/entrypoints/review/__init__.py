"""`copydesk review`."""
