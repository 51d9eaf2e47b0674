"""Nothing unlawful: what the packs forbid, want proved, or want said. The packs are data, `edit/packs/`; this reads."""
