"""From briefs to drafts."""
