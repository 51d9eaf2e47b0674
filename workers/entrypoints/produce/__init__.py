"""`copydesk produce`."""
