"""What is written, in which order, and when an event may be acknowledged. Pure."""
