"""The uses of the system: which topic comes in, what is planned, which copy goes out."""
