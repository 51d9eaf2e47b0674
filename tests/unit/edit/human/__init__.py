"""Texts that people wrote, labelled by hand against the facts they were written of."""
