"""The catalogue of codes, one module for each family."""

from kh20.findings.codes import characters, due, edits, file, identity, log, shape

FAMILIES = tuple(family.CODES for family in (file, shape, identity, due, log, edits, characters))
