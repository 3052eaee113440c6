"""The shape of a plan file: keys and kinds of value, checked and worded for people."""
