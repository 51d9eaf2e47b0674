"""From an event and what the tables know to briefs. Pure."""
