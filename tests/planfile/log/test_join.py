"""Joining two logs: nothing is lost, nothing doubled, nothing mixed."""

from collections.abc import Sequence
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import case
from kh20.planfile import load_bytes
from kh20.planfile.decode import UTF8_BOM
from kh20.planfile.log.append import append_entry
from kh20.planfile.log.join import NotJoined, join_logs
from plans.branched_logs import DAYS, Branches, Written, branches, plan_of
from plans.plan_layouts import BLOCK, KINDS, TOP, layouts

JOINED_KINDS = {
    "empty", "empty before tasks", "absent", "block", "block before tasks", "indented",
    "directive", "document start",
}  # fmt: skip
ON_LINES_OF_THEIR_OWN = ("on a line of its own", "comment before", "over two lines", "question")
VARIANTS = (("\n", "\n", b""), ("\r\n", "", UTF8_BOM), ("\r", "\r", b""), ("\n", "", b""))
"""A line break, the end of the last line, and what a file begins with."""


def one_changed(base: bytes, ours: bytes, theirs: bytes) -> bytes:
    """Merge texts of which at most one was changed, or both in the same way."""
    assert base in (ours, theirs) or ours == theirs
    return theirs if ours == base else ours


def joined(base: bytes, ours: bytes, theirs: bytes) -> bytes:
    return join_logs([base, ours, theirs], one_changed)


def notes(data: bytes) -> list[str]:
    loaded = load_bytes(data, "plan.yaml")
    assert loaded.plan is not None, (loaded.findings, data)
    return [str(getattr(entry, "note", None)) for entry in loaded.plan.log]


def with_entry(data: bytes, on: str, note: str) -> bytes:
    loaded = load_bytes(data, "plan.yaml")
    entry = {"task": "I.1", "on": on, "event": "progress", "note": note}
    return append_entry(loaded, data, entry).data


def in_turn(text: str, entries: Sequence[Written]) -> list[Written]:
    """Return those of the entries that stand in a text, in the order of the text."""
    return sorted((each for each in entries if each.text in text), key=lambda e: text.index(e.text))


@given(branches())
@settings(max_examples=200)
def test_every_entry_stands_once_whole_and_in_the_order_of_each_side(made: Branches) -> None:
    """With its own comments; what both have added stands once."""
    data = joined(*map(plan_of, made[:3])).decode()
    own = [each for each in made.theirs if each not in made.base and each not in made.shared]
    assert sorted(data) == sorted(plan_of([*made.ours, *own]).decode())
    assert all(data.count(each.text) == 1 for each in [*made.ours, *own])
    for side in (made.ours, made.theirs):
        entries = [each for each in side if each not in made.shared]
        assert in_turn(data, entries) == entries
    assert len(notes(data.encode())) == len(made.ours) + len(own)


@given(branches(in_order=True))
@settings(max_examples=100)
def test_new_entries_stand_in_the_order_of_days_whoever_merges(made: Branches) -> None:
    base, ours, theirs = map(plan_of, made[:3])
    data = joined(base, ours, theirs)
    assert data == joined(base, theirs, ours)
    entries = list(dict.fromkeys([*made.ours, *made.theirs]))
    days = [each.day for each in in_turn(data.decode(), entries)]
    new = days[len(made.base) :]
    assert new == sorted(new)


@given(branches(in_order=True), st.sampled_from(DAYS))
@settings(max_examples=60)
def test_branches_that_take_from_each_other_again_and_again(made: Branches, day: str) -> None:
    """An entry that was put before one of the other side is in its place for the next merge."""
    base, ours, theirs = map(plan_of, made[:3])
    first = joined(base, ours, theirs)
    main, branch = with_entry(ours, day, "chính"), with_entry(first, "2024-03-01", "nhánh")
    again = joined(ours, main, branch)
    assert again == joined(ours, branch, main)
    assert sorted(notes(again)) == sorted([*notes(first), "nhánh", "chính"])
    assert joined(main, again, joined(ours, main, first)) == again


@pytest.mark.parametrize("kind", KINDS)
def test_every_layout(kind: str) -> None:
    """Either the three entries stand as if one person had written them, or all is left to git."""
    for (name, text), (line_break, end, mark) in zip(layouts(kind), cycle(VARIANTS), strict=False):
        base = mark + (text.rstrip("\n") + end).replace("\n", line_break).encode()
        ours = with_entry(base, "2024-05-01", "hai, b")
        first = with_entry(base, "2024-04-01", "một")
        theirs = with_entry(first, "2024-06-01", "ba")
        own_lines = kind.startswith("empty") and any(n in name for n in ON_LINES_OF_THEIR_OWN)
        with case(name, line_break):
            if kind in JOINED_KINDS and not own_lines:
                one_by_one = with_entry(first, "2024-05-01", "hai, b")
                assert joined(base, ours, theirs) == with_entry(one_by_one, "2024-06-01", "ba")
                continue
            with pytest.raises(NotJoined, match="not written in the same way"):
                joined(base, ours, theirs)


def test_what_stands_around_the_log_goes_to_git() -> None:
    """Before and behind the log, and never an entry."""
    seen = []

    def conflict(base: bytes, ours: bytes, theirs: bytes) -> bytes:
        seen.append((base.decode(), ours.decode(), theirs.decode()))
        return b"<<<<<<< ours\n" + ours + b"=======\n" + theirs + b">>>>>>> theirs\n"

    line = "  - {task: I.1, on: 2024-05-01, event: progress, note: NOTE}\n"
    before, after = TOP.split("tasks:")
    files = [
        f"{before}# NOTE\nlog:\n{entry}# hết\ntasks:{after}# NOTE\n".replace("NOTE", note)
        for note, entry in (("a", ""), ("b", line), ("c", line))
    ]
    files[0] = files[0].replace("log:\n", "log: []\n")
    data = join_logs([each.encode() for each in files], conflict).decode()
    assert seen == [
        tuple(f"{before}# {note}\n" for note in "abc"),
        tuple(f"tasks:{after}# {note}\n" for note in "abc"),
    ]
    log = "".join(line.replace("NOTE", note) for note in "bc")
    assert f">>>>>>> theirs\nlog:\n{log}# hết\n<<<<<<< ours\ntasks:" in data


ITEM = "  - {task: I.1, on: 2024-02-0N, event: progress, note: lần N}\n"
ONE, TWO, THREE, FOUR = (ITEM.replace("N", str(number)) for number in range(1, 5))


def test_a_comment_that_is_added_to_an_entry_stays_with_it() -> None:
    """It stands deeper than the entries; one that does not is about the entry below."""
    versions = (ONE, f"{ONE}    # về 1\n  # về 3\n{THREE}    # cũng về 3\n", f"{ONE}{TWO}")
    data = joined(*(f"{TOP}log:\n{log}".encode() for log in versions))
    log = f"{ONE}    # về 1\n{TWO}  # về 3\n{THREE}    # cũng về 3\n"
    assert data.decode() == f"{TOP}log:\n{log}"


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        (ONE, ONE.replace("lần", "lượt") + TWO, ONE + THREE),
        (ONE + TWO, ONE + THREE, ONE + TWO + FOUR),
        (ONE + TWO, ONE + TWO + THREE, FOUR),
        (ONE + TWO, TWO + ONE + THREE, ONE + TWO + FOUR),
        (ONE + "  # a\n", ONE + "  # b\n" + TWO, ONE + "  # a\n" + THREE),
    ],
    ids=["changed", "removed", "all removed", "moved", "comment changed"],
)
def test_a_log_that_was_not_only_added_to_is_left_to_git(base: str, ours: str, theirs: str) -> None:
    for versions in ((base, ours, theirs), (base, theirs, ours)):
        with pytest.raises(NotJoined, match="changed, moved or removed"):
            joined(*(f"{TOP}log:\n{log}".encode() for log in versions))


OTHERWISE = {
    "not YAML": (b"a: [", "not YAML"),
    "conflict": (f"{TOP}log:\n<<<<<<< a\n{ONE}".encode(), "not YAML"),
    "two of a key": (f"{TOP}log: []\nlog: []\n".encode(), "not YAML"),
    "a list": (b"- a\n", "not YAML"),
    "empty": (b"", "not YAML"),
    "not UTF-8": (TOP.encode() + b"log: [] # \xea\n", "not YAML"),
    "other line breaks": (f"{TOP}log:\n{ONE}{TWO}".replace("\n", "\r\n").encode(), "same way"),
    "mixed line breaks": (f"{TOP}log:\n{ONE}{TWO}\r\n".encode(), "same way"),
    "other indent": (f"{TOP}log:\n{TWO[2:]}".encode(), "same way"),
    "brackets": (f"{TOP}log: [{TWO.strip(' -')[:-1]}]\n".encode(), "same way"),
    "brackets with a comment": (f"{TOP}log: [] # c\n".encode(), "same way"),
    "no log": (TOP.encode(), "same way"),
    "text in the list": (f"{TOP}log:\n  - a\n{ONE}".encode(), "same way"),
}


@pytest.mark.parametrize("name", OTHERWISE)
def test_what_is_written_otherwise_is_left_to_git(name: str) -> None:
    base, ours = f"{TOP}log: []\n".encode(), f"{TOP}log:\n{ONE}".encode()
    theirs, said = OTHERWISE[name]
    for versions in ((base, ours, theirs), (base, theirs, ours)):
        with pytest.raises(NotJoined, match=said):
            joined(*versions)


def test_an_entry_in_other_words_is_another_entry() -> None:
    """Only what is written alike is taken for the same; ``check`` tells of two completions."""
    base = f"{TOP}log: []\n".encode()
    quoted = f"{TOP}log:\n{ONE.replace('lần 1', repr('lần 1'))}".encode()
    assert notes(joined(base, f"{TOP}log:\n{ONE}".encode(), quoted)) == ["lần 1", "lần 1"]


@given(st.sampled_from(sorted(BLOCK)))
def test_nobody_added_anything(name: str) -> None:
    """The file stays as it is, byte for byte."""
    for data in ((TOP + BLOCK[name]).encode(), (TOP + BLOCK[name]).rstrip("\n").encode()):
        assert joined(data, data, data) == data
