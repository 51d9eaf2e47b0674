"""`copydesk audit`."""
