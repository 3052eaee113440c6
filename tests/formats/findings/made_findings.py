"""Findings for tests of the formats: made up, and those of all examples of the catalogue."""

from collections.abc import Iterator

from hypothesis import strategies as st

from kh20.comparison import guard
from kh20.findings import Finding, Reference, Region, Severity
from kh20.findings.code import Code, Example, example_file
from kh20.findings.codes import codes
from kh20.planfile import Loaded, load_bytes, tie

PLACE = Region(12, 5, 12, 9)
FINDING = Finding(
    "plan.yaml",
    PLACE,
    "KH304",
    Severity.ERROR,
    "“quý I/2024” means by: 2024-Q1, but by: 2024-Q2 is encoded",
    "correct the one that is not as the signed document has it",
    (Reference("the phrase is here", Region(12, 20, 12, 30)),),
    "IV.2.1",
    ("tasks", 3, "due", "by"),
    "    due: {by: 2024-Q2, stated: quý I/2024}",
)

TEXTS = st.text(max_size=40)
"""Any text, control characters and lone surrogates among it."""

PATHS = st.text(st.characters(blacklist_characters="\0"), min_size=1, max_size=20).filter(
    lambda path: path.strip("/.")
)


@st.composite
def regions(draw: st.DrawFn) -> Region:
    line, column = draw(st.integers(1, 500)), draw(st.integers(1, 200))
    if draw(st.booleans()):
        return Region(line, column, line, column + draw(st.integers(0, 80)))
    return Region(line, column, line + draw(st.integers(1, 9)), draw(st.integers(1, 200)))


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    task = draw(st.none() | TEXTS)
    return Finding(
        draw(PATHS),
        draw(regions()),
        draw(st.sampled_from(sorted(codes()))),
        draw(st.sampled_from(Severity)),
        draw(TEXTS),
        draw(st.none() | TEXTS),
        tuple(draw(st.lists(st.builds(Reference, TEXTS, regions()), max_size=2))),
        task,
        ("tasks", 3, "due") if task else (),
        draw(st.none() | TEXTS),
    )


def examples() -> Iterator[tuple[Code, Loaded, list[Finding]]]:
    """Yield the failing example of every code that has one, and its findings."""
    for code in codes().values():
        if code.fails.text:
            loaded = load_bytes(example_file(code.fails._replace(old=None)), "năm 2024/plan.yaml")
            yield code, loaded, [*loaded.findings, *_edits(code.fails, loaded)]


def _edits(example: Example, loaded: Loaded) -> list[Finding]:
    if example.old is None or loaded.plan is None:
        return []
    old = load_bytes(example_file(Example(example.old)), "old.yaml").plan
    assert old is not None
    return tie(guard(old, loaded.plan), loaded.text, loaded.path)
