"""`copydesk api`: the read side, a process of its own."""
