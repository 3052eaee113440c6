"""JSON Lines: one record a line, for programs that read a list piece by piece."""

import json

from kh20.answers.answer import Answer
from kh20.formats.lines import Screen


def write(answer: Answer, _screen: Screen) -> str:
    """Return the records of an answer, a line each, with the fields of its JSON document."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in answer.records)
