"""Nothing unsafe: no way out, no machinery, no orders, no guesses about people. What no fact could make right."""
