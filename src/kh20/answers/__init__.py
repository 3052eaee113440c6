"""Answers as values: what is said to each question, for people and for programs."""
