"""JSON Lines: one record a line, for programs that read a list piece by piece."""

import json

from kh20.answers.answer import Answer
from kh20.formats.json_document import harmless
from kh20.formats.lines import Screen


def write(answer: Answer, _screen: Screen) -> str:
    """Return the records of an answer, a line each, with the fields of its JSON document."""
    lines = (json.dumps(record, ensure_ascii=False) for record in answer.records)
    return "".join(f"{harmless(line)}\n" for line in lines)
