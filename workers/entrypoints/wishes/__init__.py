"""`copydesk forget | opt-out | opt-in | move`."""
