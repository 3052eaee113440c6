"""Plans for tests: made, generated, written in every style, with faults, edited."""
