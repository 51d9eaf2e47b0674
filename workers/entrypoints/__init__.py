"""Ways in: the stream, the command line."""
