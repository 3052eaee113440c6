"""The YAML of a plan file: read safely, and places found in it."""
