"""Reading the phrases in which official Vietnamese documents say when work is due."""

from kh20.phrases.find import FoundPhrase, find_phrases
from kh20.phrases.read import read_phrase
from kh20.phrases.reading import Kind, Reading

__all__ = ["FoundPhrase", "Kind", "Reading", "find_phrases", "read_phrase"]
