"""Copydesk's workers: the folders below are the path of an event, in order."""
