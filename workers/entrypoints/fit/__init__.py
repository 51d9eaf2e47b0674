"""`copydesk audiences fit`, `copydesk affinity fit`."""
