"""What breaks YAML, worded for who edits the file: libyaml's errors (KH004), conflicts (KH013)."""

import re
from typing import Any, NamedTuple

import yaml

from kh20.findings import Diagnostic, Place, Related, Span
from kh20.text.i18n import N_, _
from kh20.text.quoting import shown

_ESCAPE = re.compile(r"\\(?:x[^\s\"']{0,2}|u[^\s\"']{0,4}|U[^\s\"']{0,8}|.)?", re.DOTALL)
_TOKEN = re.compile(r"[^\s,\[\]{}]+")
_MARK = re.compile(r"([<|=>])(?<![^\r\n].)\1{6,}(?=[ \r\n]|\Z)")
"""A line that a merge has put in; to look for its sign first is quick."""
_BEHIND_MARK = {
    "<": N_("the other version begins here"),
    "|": N_("what both versions come from begins here"),
    "=": N_("the other version begins here"),
    ">": N_("it ends here"),
}


class _Mistake(NamedTuple):
    """What a problem of libyaml's most often comes from. Strings are message ids."""

    problem: str
    """A part of libyaml's own sentence, or of what it was doing (“while …”)."""
    message: str
    hint: str
    at_start: bool = False
    """Whether the mistake is where the construct begins, rather than where libyaml stopped."""
    show_start: bool = True
    """Whether it helps to be shown where the construct begins, beside where libyaml stopped."""


_BEHIND_VALUE = _Mistake(
    "while parsing a block",
    N_("this stands behind the end of a value"),
    N_("quote the whole of the text, or what begins with a bracket"),
    show_start=False,
)
_MISTAKES = (
    _Mistake(
        "found a tab character",
        N_("a tab indents this line"),
        N_("indent with spaces"),
        show_start=False,
    ),
    _Mistake(
        "while scanning a quoted scalar",
        N_("this quote is never closed"),
        N_("close it; to have a quote inside, double ' or write \\\" between double quotes"),
        at_start=True,
    ),
    _Mistake(
        "did not find expected ',' or '}'",
        N_("a “,” or the closing “}” is missing before this"),
        N_("close what was opened; quote text that holds “, ” or brackets"),
    ),
    _Mistake(
        "did not find expected ',' or ']'",
        N_("a “,” or the closing “]” is missing before this"),
        N_("close what was opened; quote text that holds “, ” or brackets"),
    ),
    _Mistake(
        "mapping values are not allowed",
        N_("a “:” cannot stand here"),
        N_("quote text that holds “: ”; otherwise check the line above and the indentation"),
        show_start=False,
    ),
    _Mistake(
        "found unexpected ':'",
        N_("a “:” cannot stand here"),
        N_("put a space behind it where a value follows; quote text that holds “:”"),
        show_start=False,
    ),
    _Mistake(
        "could not find expected ':'",
        N_("this line has no “: ” and belongs to nothing above it"),
        N_("a key ends in “: ”; indent text that goes on from the line above"),
        at_start=True,
    ),
    _Mistake(
        "while parsing a block",
        N_("this line begins where no key and no “- ” above it does"),
        N_("check its indentation, and that a space follows “-” and “:”"),
    ),
    _Mistake(
        "block sequence entries are not allowed",
        N_("a list cannot begin on this line"),
        N_("put “- ” on a line of its own, or write the list in brackets"),
    ),
    _Mistake(
        "found character that cannot start any token",
        N_("unquoted text cannot begin with “{char}”"),
        N_("put the text in quotes"),
    ),
    _Mistake(
        "did not find expected node content",
        N_("a value is missing before “{char}”"),
        N_("fill it in or take the sign out; quote text that begins with it"),
    ),
    _Mistake(
        "did not find expected <document start>",
        N_("this stands behind the end of the plan"),
        N_("close brackets once only, and put nothing behind “...”"),
    ),
    _Mistake(
        "while scanning an anchor",
        N_("“&” begins a name, and none follows"),
        N_("put text that begins with “&” in quotes"),
        at_start=True,
    ),
    _Mistake(
        "while scanning an alias",
        N_("“*” begins a name, and none follows"),
        N_("put text that begins with “*” in quotes"),
        at_start=True,
    ),
    _Mistake(
        "while scanning a block scalar",
        N_("behind “|” or “>” the text begins on the next line"),
        N_("put the text on the next line, indented"),
    ),
    _Mistake(
        "directive",
        N_("a line that begins with “%” is an instruction to YAML programs"),
        N_("take it out; quote text that begins with “%”"),
        at_start=True,
    ),
    _Mistake(
        "incompatible YAML document",
        N_("this asks for another version of YAML"),
        N_("take the line out"),
        at_start=True,
    ),
    _Mistake(
        "tag",
        N_("“!” begins a tag, and this is none"),
        N_("put text that begins with “!” in quotes"),
        at_start=True,
    ),
)


def syntax_error(error: yaml.YAMLError, text: str) -> Diagnostic:
    """Turn an exception of PyYAML into a finding at the character that is at fault."""
    problem = str(getattr(error, "problem", None) or error)
    context = str(getattr(error, "context", None) or "")
    stop = _offset(getattr(error, "problem_mark", None), text)
    begin = _offset(getattr(error, "context_mark", None), text)
    offset = stop if stop is not None else begin or 0
    if "escape" in problem or "hexdecimal" in problem:
        return _bad_escape(offset, text)
    if text[offset : offset + 1] == "\t":
        problem = "found a tab character"
    likely = (m for said in (problem, context) for m in _MISTAKES if m.problem in said)
    mistake = next(likely, None)
    if mistake and mistake.problem == _BEHIND_VALUE.problem and _line_before(offset, text).strip():
        mistake = _BEHIND_VALUE
    if mistake is None:
        message = _("this is not YAML: {problem}").format(problem=problem)
        return Diagnostic("KH004", message, Place(span=Span(offset, offset + 1)))
    related: tuple[Related, ...] = ()
    if mistake.at_start:
        offset = begin if begin is not None else offset
    elif begin is not None and begin != offset and mistake.show_start:
        related = (Related(_("it began here"), Place(span=Span(begin, begin + 1))),)
    message = _(mistake.message)
    if "{char}" in message and not text[offset:].strip():
        message = _("the file ends where something is still to come: a value, or a closing bracket")
    elif "{char}" in message:
        message = message.format(char=shown(text[offset : offset + 1]))
    span = _span(mistake, offset, text)
    return Diagnostic("KH004", message, Place(span=span), _(mistake.hint), related)


def merge_conflicts(text: str) -> list[Diagnostic]:
    """Return a finding for each conflict that git, or a program like it, has left in the text."""
    conflicts: list[list[re.Match[str]]] = []
    open_with = 0
    if not any(sign * 7 in text for sign in _BEHIND_MARK):  # Quicker by far than the pattern.
        return []
    for mark in _MARK.finditer(text):
        # Git lengthens the marks of a conflict that stands inside another one.
        if not open_with or (mark[1] == "<" and len(mark[0]) <= open_with):
            conflicts.append([])
            open_with = len(mark[0])
        conflicts[-1].append(mark)
        if mark[1] == ">" and len(mark[0]) <= open_with:
            open_with = 0
    return [_conflict(marks) for marks in conflicts]


def _conflict(marks: list[re.Match[str]]) -> Diagnostic:
    first, *others = marks
    message = _("an unresolved merge conflict begins here")
    if first[1] != "<":
        message = _("this line is left over from a merge conflict")
    hint = _("keep what is right of the two versions, and delete the lines with the marks")
    related = tuple(
        Related(_(_BEHIND_MARK[mark[1]]), Place(span=Span(*mark.span()))) for mark in others
    )
    return Diagnostic("KH013", message, Place(span=Span(*first.span())), hint, related)


def _offset(mark: Any, text: str) -> int | None:
    return None if mark is None else min(mark.index, len(text))


def _line_before(offset: int, text: str) -> str:
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    return text[start:offset]


def _span(mistake: _Mistake, offset: int, text: str) -> Span:
    token = _TOKEN.match(text, offset, offset + 80)
    if token is not None and mistake.problem in (
        "while parsing a block",
        "could not find expected ':'",
        "did not find expected <document start>",
    ):
        return Span(*token.span())
    return Span(offset, offset + 1)


def _bad_escape(offset: int, text: str) -> Diagnostic:
    # libyaml stops somewhere behind the backslash; the escape is what a person looks for.
    start = text.rfind("\\", max(0, offset - 12), offset + 1)
    start = offset if start < 0 else start
    found = _ESCAPE.match(text, start)
    end = found.end() if found is not None else start + 1
    message = _("the escape “{escape}” stands for no character")
    message = message.format(escape=shown(text[start:end]))
    hint = _("type the character itself, or put the text in 'single quotes'")
    return Diagnostic("KH604", message, Place(span=Span(start, end)), hint)
