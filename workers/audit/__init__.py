"""What the topics prove: each input event has one outcome, and what it says was published is there. Pure."""
