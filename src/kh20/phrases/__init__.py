"""Reading the phrases in which official Vietnamese documents say when work is due."""

from kh20.phrases.find import FoundPhrase, find_days_of_turns, find_phrases
from kh20.phrases.intervals import recurs
from kh20.phrases.plain import in_brackets
from kh20.phrases.read import read_phrase
from kh20.phrases.reading import Kind, Reading
from kh20.phrases.whole_phrase import WholePhrase, completed_in_the_main, stands_alone, whole_phrase

__all__ = [
    "FoundPhrase",
    "Kind",
    "Reading",
    "WholePhrase",
    "completed_in_the_main",
    "find_days_of_turns",
    "find_phrases",
    "in_brackets",
    "read_phrase",
    "recurs",
    "stands_alone",
    "whole_phrase",
]
