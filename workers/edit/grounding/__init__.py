"""Nothing invented: which facts a text rests on, and what in it rests on none. `tracing.py` comes first."""
