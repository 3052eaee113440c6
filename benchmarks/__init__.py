"""Measurements of kh20 against what it is built on, as ratios within one run."""
