"""kh20: deadlines of Vietnamese plan documents, encoded in YAML, checked and queried."""

__version__ = "0.1.0"
