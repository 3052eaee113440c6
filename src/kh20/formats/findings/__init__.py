"""Findings as text: a module for each format of `check`."""
