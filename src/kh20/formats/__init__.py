"""Answers, findings and changes as text. Nothing here writes, or asks the environment."""
