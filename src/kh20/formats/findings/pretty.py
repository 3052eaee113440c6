"""Findings for a person: the source line with a caret, where else to look, how to fix it."""

from collections.abc import Iterable, Iterator

from kh20.answers.checked import Checked
from kh20.findings import Finding, Severity
from kh20.formats.lines import Screen, cells, cut, fitted, styled
from kh20.text.i18n import _
from kh20.text.quoting import printable

_MAX_LINE = 160
_STYLE = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}


def write(answer: Checked, screen: Screen) -> str:
    """Return the findings, and below them how many there are in which files."""
    return f"{pretty_text(answer.findings, screen)}{fitted(answer.tally, screen)}\n"


def pretty_text(findings: Iterable[Finding], screen: Screen) -> str:
    """Return each finding as a block of lines, with an empty line between two."""
    return "\n".join("".join(_block(finding, screen)) for finding in findings)


def _block(finding: Finding, screen: Screen) -> Iterator[str]:
    severity = {
        Severity.ERROR: _("error"),
        Severity.WARNING: _("warning"),
        Severity.NOTICE: _("notice"),
    }[finding.severity]
    where, _space, what = concise_line(finding).partition(f" {finding.code} ")
    parts = (
        (where, "bold"),
        (f"{severity}[{finding.code}]", f"bold {_STYLE[finding.severity]}"),
        (what, ""),
    )
    # A narrow screen has each part on lines of its own.
    lines = [
        styled(line, style, colour=screen.colour)
        for part, style in parts
        for line in fitted(part, screen).split("\n")
    ]
    yield ("\n" if screen.narrow else " ").join(lines) + "\n"
    yield from _snippet(finding, screen)
    for reference in finding.references:
        region = reference.region
        place = f"{region.line}:{region.column}"
        yield fitted(f"  = {printable(reference.note)}: {place}", screen) + "\n"
    if finding.hint:
        label = _("hint:")
        hint = fitted(f"  = {label} {printable(finding.hint)}", screen)
        yield hint.replace(label, styled(label, "bold cyan", colour=screen.colour), 1) + "\n"


def _snippet(finding: Finding, screen: Screen) -> Iterator[str]:
    if not finding.source_line:
        return
    region = finding.region
    start = region.column - 1
    end = region.end_column - 1 if region.end_line == region.line else len(finding.source_line)
    # A long line is shown from a little before the place, so that the caret can be seen.
    first = max(0, start - 60) if len(finding.source_line) > _MAX_LINE else 0
    last = first + _MAX_LINE
    line = finding.source_line[first:last]
    visible = _visible if len(_visible(line)) <= 2 * _MAX_LINE else _replaced
    start, end = start - first, max(end, start + 1) - first
    before = ("…" if first else "") + visible(line[:start])
    marked, after = visible(line[start:end]), visible(line[end:])
    after += "…" if last < len(finding.source_line) else ""
    number = str(region.line)
    gutter = " " * len(number)
    if screen.width is not None and screen.narrow:
        room = screen.width - len(f"  {gutter} | ")
        before = cut(before[::-1], max(room - cells(marked) - 1, room // 2))[::-1]
        whole, marked = marked, cut(marked, room - cells(before) - bool(after))
        after = cut(after, room - cells(before + marked)) if marked == whole else ""
    carets = "^" * max(1, cells(marked))
    carets = styled(carets, _STYLE[finding.severity], colour=screen.colour)
    yield f"  {gutter} |\n"
    yield f"  {number} | {before}{marked}{after}\n"
    yield f"  {gutter} | {' ' * cells(before)}{carets}\n"


def _visible(text: str) -> str:
    return printable(text.replace("\t", "→"))


def _replaced(text: str) -> str:
    """Return a text that is mostly escapes when it is shown, with a sign for each of them."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def concise_line(finding: Finding) -> str:
    """Return the one canonical line of a finding, without a line break."""
    region = finding.region
    message = " ".join(finding.message.split())
    line = f"{finding.path}:{region.line}:{region.column}: {finding.code} {message}"
    return printable(line)


def write_concise(answer: Checked, _screen: Screen) -> str:
    """Return one line for each finding."""
    return "".join(f"{concise_line(finding)}\n" for finding in answer.findings)
