"""Nothing samey: what a text has in common with what was said of other products. `shelves.py` comes first."""
