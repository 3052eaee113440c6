"""A plan file as text: reading it, its characters, its YAML, and places in it."""
