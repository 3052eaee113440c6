"""How a log is written, and where the next entry belongs: told of every way to write one."""

import pytest

from cases import case
from kh20.planfile import load_bytes
from kh20.planfile.log.layout import log_layout
from kh20.planfile.source_text import SourceText
from plans.plan_layouts import BLOCK, FLOW, INDENTED, ITEM, JSON, KINDS, TOP, block, layouts


@pytest.mark.parametrize("kind", KINDS)
def test_the_style_and_whether_there_are_entries(kind: str) -> None:
    """Each layout is a valid plan, and told by what is in it."""
    for name, text in layouts(kind):
        with case(name):
            loaded = load_bytes(text.encode(), "plan.yaml")
            assert loaded.plan is not None, loaded.findings
            assert loaded.valid
            layout = log_layout(loaded.text)
            assert layout.entries == (bool(loaded.plan.log) or layout.style == "flow-root")
            assert layout.json == text.startswith(('{\n  "', '{\n\t"'))
            if layout.style in ("absent", "empty", "block"):
                assert layout.end == len(text) or text[layout.end - 1] == "\n"
            else:
                assert text[layout.close] in "]}"


@pytest.mark.parametrize(
    ("text", "style", "behind"),
    [
        (TOP, "absent", "hằng năm}\n"),
        (TOP + "# hết\n...\n# sau\n", "absent", "# hết\n"),
        (TOP + "log: []\n# hết\n", "empty", "log: []\n"),
        (TOP + "log: [] # x\n  # y\n# hết\n", "empty", "  # y\n"),
        (TOP + "log: [ # x\n]\n", "flow", "log: ["),
        (TOP + block(2, "xong") + "# hết\n", "block", "note: xong\n"),
        (TOP + block(2, "xong # x") + "format2: 1\n", "block", "xong # x\n"),
        (TOP + block(2, "|\n      xong\n\n\n# hết"), "block", "xong\n\n\n"),
        (TOP + FLOW["one line"], "flow", "một}"),
        (JSON["no log"], "flow-root", "]"),
    ],
)
def test_the_place_of_the_next_entry(text: str, style: str, behind: str) -> None:
    """Behind the last one and what belongs to it, before what does not."""
    layout = log_layout(SourceText(text))
    assert layout.style == style
    assert text[: layout.end].endswith(behind)


def test_indents() -> None:
    """The column of the dashes, else two behind that of the keys at the top."""
    seen = {
        name: log_layout(SourceText(text)).indent
        for name, text in {
            "absent": TOP,
            "indented": INDENTED["no log"],
            "indented and empty": INDENTED["empty"],
            **{name: TOP + BLOCK[name] for name in ("indent 0", "indent 2", "indent 4")},
        }.items()
    }
    assert seen == {
        "absent": 2,
        "indented": 4,
        "indented and empty": 4,
        "indent 0": 0,
        "indent 2": 2,
        "indent 4": 4,
    }


def test_a_log_elsewhere_is_not_the_log() -> None:
    """A key of that name inside another is something else."""
    text = "a: {log: []}\nb:\n  log:\n  - x\nc: log\nd: [log]\n"
    assert log_layout(SourceText(text)).style == "absent"
    inner = TOP + f"log:\n  - {{{ITEM}'log: []'}}\n"
    assert log_layout(SourceText(inner)).style == "block"
