"""Changes as text, Markdown and JSON, whatever stands in their values."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kh20.answers.changes import Changes, Version, effect_word
from kh20.comparison import Change, Effect, Kind
from kh20.formats.lines import Screen
from kh20.formats.write import ChangesFormat, write

CHANGE = Change(Kind.DEADLINE_LATER, "I.1", "2024-03-31", "2024-06-30", (), (), 91, "I.1")
NOTICE = replace(CHANGE, kind=Kind.TITLE_ALTERED, old="một", new="hai", days=None)
TEXTS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=30)


def written(
    changes: list[Change],
    fmt: ChangesFormat,
    *,
    colour: bool = False,
    old: str = "a",
    new: str = "b",
) -> str:
    answer = Changes(changes, Version("1", old), Version("1", new))
    return write(answer, fmt, Screen(None, colour))


def test_each_effect_has_a_word() -> None:
    assert len({effect_word(effect) for effect in Effect}) == len(Effect)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([], "No change in meaning from a to b."),
        ([CHANGE], "1 change from a to b. 1 of them weakens or alters what was signed."),
        ([NOTICE], "1 change from a to b. None of them weakens or alters what was signed."),
        (
            [CHANGE, CHANGE, NOTICE],
            "3 changes from a to b. 2 of them weaken or alter what was signed.",
        ),
    ],
)
def test_the_first_line_counts(changes: list[Change], said: str) -> None:
    assert written(changes, ChangesFormat.TEXT, colour=False).splitlines()[0] == said
    assert written(changes, ChangesFormat.MD).splitlines()[0] == f"**{said}**"


def test_words_stand_in_a_column() -> None:
    stronger = replace(CHANGE, kind=Kind.OWNER_ADDED, old=None, new="Bộ B", days=None)
    text = written([CHANGE, stronger], ChangesFormat.TEXT, colour=False)
    assert [line[:12] for line in text.splitlines()[1:]] == ["  weaker    ", "  stronger  "]


def test_colour_is_only_added() -> None:
    changes = [CHANGE, NOTICE]
    coloured = written(changes, ChangesFormat.TEXT, colour=True)
    assert "\x1b[1;31mweaker" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == written(
        changes, ChangesFormat.TEXT, colour=False
    )


@given(TEXTS, TEXTS, st.sampled_from(Kind))
def test_no_value_breaks_out_of_its_line(old: str, new: str, kind: Kind) -> None:
    change = Change(kind, old or "x", old, new, (), (), task=new)
    text = written([change, change], ChangesFormat.TEXT, old=old, new=new)
    assert text.count("\n") == 3
    assert all(line.isprintable() for line in text.splitlines())
    markdown = written([change, change], ChangesFormat.MD, old=old, new=new)
    lines = markdown.splitlines()
    assert len(lines) == 4
    assert all(line.isprintable() for line in lines)
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    assert [token.type for token in tokens if token.type.endswith("_open")] == [
        "paragraph_open",
        "bullet_list_open",
        *["list_item_open", "paragraph_open"] * 2,
    ]


def test_markdown_marks_words_inside_of_words() -> None:
    change = replace(NOTICE, kind=Kind.TEXT_ALTERED, old="quý I/2024 (a*b)", new="quý II/2024 (a)")
    assert written([change], ChangesFormat.MD).splitlines()[2] == (
        "- 🔴 **altered** I.1: the text was altered: "
        "quý <del>I</del><ins>II</ins>/2024 (a<del>\\*b</del>)"
    )


def test_json_holds_every_field() -> None:
    change = replace(CHANGE, concerns=("I.1", "I.2"))
    old, new = ({"number": "1", "path": path} for path in ("a", "b"))
    document = json.loads(written([change], ChangesFormat.JSON))
    assert document == {
        "schema": "kh20/diff/1",
        "old": old,
        "new": new,
        "changes": [
            {
                "kind": "deadline-later",
                "effect": "weakens",
                "subject": "I.1",
                "task": "I.1",
                "old": "2024-03-31",
                "new": "2024-06-30",
                "days": 91,
                "concerns": ["I.1", "I.2"],
                "message": "I.1: the deadline was moved later: 2024-03-31 → 2024-06-30 (91 days); "
                "it concerns I.1, I.2",
            }
        ],
        "weakened": 1,
    }
