"""English: American spelling, or British where the locale asks for it."""
