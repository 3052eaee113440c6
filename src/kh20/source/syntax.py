"""What libyaml says of a file that is not YAML, in words for the person who edits it."""

from __future__ import annotations

from typing import Any

import yaml

from kh20.diagnostics import Diagnostic, Place, Related, Span
from kh20.i18n import _


def syntax_error(error: yaml.YAMLError, text: str) -> Diagnostic:
    """Turn an exception of PyYAML into a finding at the character that libyaml stopped at."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    offset = min(mark.index if mark else int(getattr(error, "position", 0) or 0), len(text))
    if "escape" in problem:
        return _bad_escape(problem, offset, text)
    context = getattr(error, "context", None)
    message = _("this is not YAML: {problem}").format(problem=problem)
    if context:
        message = _("this is not YAML: {problem} ({context})").format(
            problem=problem, context=context
        )
    related: tuple[Related, ...] = ()
    context_mark: Any = getattr(error, "context_mark", None)
    if context_mark is not None and mark is not None and context_mark.index != mark.index:
        start = context_mark.index
        related = (Related(_("it began here"), Place(span=Span(start, start + 1))),)
    place = Place(span=Span(offset, offset + 1))
    return Diagnostic("KH004", message, place, _hint(problem, offset, text), related)


def _bad_escape(problem: str, offset: int, text: str) -> Diagnostic:
    # libyaml stops behind the backslash and the letter; the escape is what a person looks for.
    start = text.rfind("\\", max(0, offset - 12), offset + 1)
    start = offset if start < 0 else start
    escape = text[start : start + 6].split('"')[0]
    return Diagnostic(
        "KH604",
        _("the escape “{escape}” stands for no character").format(escape=escape),
        Place(span=Span(start, start + len(escape))),
        _("type the character itself, or put the text in 'single quotes'"),
    )


def _hint(problem: str, offset: int, text: str) -> str | None:
    if text[offset : offset + 1] == "\t":
        return _("a tab cannot indent YAML: use spaces")
    if "mapping values are not allowed" in problem:
        return _("quote a value that contains “: ”, and check the indentation of this line")
    if "could not find expected ':'" in problem:
        return _("a key ends in “: ”; check the indentation, and quote text that runs on")
    if "did not find expected" in problem:
        return _("check the indentation, and that every bracket and quote is closed")
    if "found unexpected end of stream" in problem:
        return _("a quote or a bracket is not closed")
    if "cannot start any token" in problem:
        return _("quote a value that starts with @ ` % or another sign of YAML")
    return None
