"""From drafts to verdicts: named rules in order. Pure."""
