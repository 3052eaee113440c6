"""Appending to a log: every layout, every kind of text, and nothing else touched."""

import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from unicodedata import normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cases import case
from kh20.model import Plan
from kh20.planfile import Loaded, load_bytes
from kh20.planfile.characters import check_characters
from kh20.planfile.decode import UTF8_BOM
from kh20.planfile.log.append import Appended, EntryData, append_entry
from plans.plan_layouts import (
    BLOCK,
    EMPTY,
    FLOW,
    ITEM,
    JSON,
    KINDS,
    LAYOUTS,
    TOP,
    block,
    layouts,
)

BREAKS = ("\n", "\r\n", "\r")

PLAIN: EntryData = {
    "task": "I.1",
    "on": date(2024, 3, 1),
    "event": "progress",
    "agency": "bo-a",
    "part": "mot",
    "note": "mới: 50 % # [x]",
    "percent": 50,
}

WRITTEN = (
    "{task: I.1, on: 2024-03-01, event: progress, agency: bo-a, part: mot, "
    "note: 'mới: 50 % # [x]', percent: 50}"
)

DIFFICULT = (
    ": ", "a: b", "a #b", "# a", "#a", "'", '"', "''\"", " đầu", "cuối ", "  hai  chỗ  ", "- a",
    "-", "--- a", "...", "[", "]", "[a]", "{", "a, b", "}", "{a: b}", "?", "? a", "!a", "&a", "*a",
    "|",
    ">", "|2-", "%a", "@a", "`a`", "yes", "No", "on", "y", "true", "null", "~", "12:30", "2024",
    "2024-03-01", "2024-13-01", "2024-03-01 10:00:00", "1e3", ".5", "-.inf", ".nan", "0x1F", "0o17",
    "017", "1_000", "+1", "=", "<<", "\\", "\\n", "\\x41", "%41", "a\\", "😀 việc 🇻🇳", "漢字 π ж",
    "đ Đ ơ Ư", normalize("NFC", "Nguyễn Ủy"), "a\u00a0b", "\u00a0", "“xong”", "–", "x" * 5000,
    "rất dài " * 700, "a:", ":a", ",", "a,b:c", "//", "{{", "$(rm)", "\t", "a\tb",
)  # fmt: skip


def loaded(data: bytes) -> Loaded:
    found = load_bytes(data, "plan.yaml")
    assert found.valid, (found.findings, data)
    return found


def appended(data: bytes, entry: EntryData) -> Appended:
    result = append_entry(loaded(data), data, entry)
    assert result.loaded.valid, (result.loaded.findings, result.data)
    return result


def as_written(plan: Plan) -> Mapping[str, object]:
    """Return an entry as plain text, to be compared with what was asked for."""
    last = plan.log[-1]
    names = {name: field.alias or name for name, field in type(last).model_fields.items()}
    return {names[name]: str(getattr(last, name)) for name in last.model_fields_set}


_EMPTY = re.compile(
    r"""(?P<key>(?:\A|[\r\n])\ *(?:"?log"?|\?\ log\r?\n?):(?:\ \#[^\r\n]*)?)
                        (?P<space>\s*)\[\s*\](?P<rest>[^\r\n]*)""",
    re.VERBOSE,
)


def without_brackets(text: str) -> str:
    """Take the brackets of an empty log away, as they must be for an entry to stand below."""

    def kept(match: re.Match[str]) -> str:
        key, space, rest = match["key"], match["space"], match["rest"]
        if "\n" not in space and "\r" not in space:
            return key + rest
        return key + space + rest.lstrip() if rest.strip() else key

    return _EMPTY.sub(kept, text, count=1)


def _in_common(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def demand_only_additions(old: str, new: str) -> None:
    """Assert that the old text is the new one with one stretch, and at most a comma, taken out."""
    ahead = _in_common(old, new)
    behind = _in_common(old[ahead:][::-1], new[ahead:][::-1])
    kept = old[ahead : len(old) - behind]
    middle = new[ahead : len(new) - behind]
    assert not kept or middle.startswith(f",{kept}"), (kept, middle)


def demand_appended(before: Loaded, data: bytes, entry: EntryData) -> Appended:
    """Append, and assert everything that is promised of it."""
    result = append_entry(before, data, entry)
    after = result.loaded.plan
    assert before.plan is not None
    assert after is not None, (result.loaded.findings, result.data)
    assert result.faithful
    assert result.was == data
    assert as_written(after) == {key: str(value) for key, value in entry.items()}
    assert len(after.log) == len(before.plan.log) + 1
    if data.endswith((b"\n", b"\r")):
        assert after.model_copy(update={"log": after.log[:-1]}) == before.plan
    assert result.data.startswith(UTF8_BOM) == data.startswith(UTF8_BOM)
    old, new = data.decode(), result.data.decode()
    for line_break in (r"\r\n", r"\r(?!\n)", r"(?<!\r)\n"):
        if re.search(line_break, old) is None and re.search("[\r\n]", old):
            assert re.search(line_break, new) is None
    demand_only_additions(without_brackets(old) if not before.plan.log else old, new)
    return result


def in_a_row(data: bytes, *entries: EntryData) -> bytes:
    """Append entries one after the other, and return what the file is then."""
    before = loaded(data)
    for entry in entries:
        result = demand_appended(before, data, entry)
        before, data = result.loaded, result.data
    return data


@pytest.mark.parametrize("kind", KINDS)
def test_every_layout_with_every_line_break(kind: str) -> None:
    """The rest stays byte for byte, and the plan is the old one with exactly that entry.

    A missing final line break is given to a block list, and to a file that ends in a bracket not.
    """
    for name, text in layouts(kind):
        for line_break in BREAKS:
            with case(name, line_break):
                data = text.replace("\n", line_break).encode()
                in_a_row(data, *[PLAIN] * (2 if line_break == "\n" else 1))
        with case(name, "no line break at the end"):
            in_a_row(UTF8_BOM + text.rstrip("\n").encode(), PLAIN, PLAIN)


@pytest.mark.parametrize("place", range(len(JSON)), ids=list(JSON))
def test_json_stays_json(place: int) -> None:
    """A plan that a program wrote as JSON can still be read by that program.

    Each layout gets its share of the texts, so that every text is written.
    """
    notes = [note for note in DIFFICULT if note.strip()][place :: len(JSON)]
    text = list(JSON.values())[place]
    data = in_a_row(text.encode(), *({**PLAIN, "note": note} for note in notes))
    log = json.loads(data)["log"]
    assert [entry["note"] for entry in log][-len(notes) :] == notes
    assert log[-1]["on"] == "2024-03-01"


@pytest.mark.parametrize("note", [note for note in DIFFICULT if note.strip()])
def test_difficult_text(note: str) -> None:
    """Whatever is written is what is read."""
    for log in ("log: []\n", block(2, "xong"), f"log: [{{{ITEM}một}}]\n"):
        in_a_row((TOP + log).encode(), {**PLAIN, "note": note})


def test_an_empty_log_becomes_a_block_list() -> None:
    """The brackets go, a comment behind them stays."""
    result = appended((TOP + "log: [] # chưa có gì\n").encode(), PLAIN)
    assert result.data.decode() == TOP + (f"log: # chưa có gì\n  - {WRITTEN}\n")
    assert "".join(f"{line}\n" for line in result.lines) in result.data.decode()


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("Nghị quyết 12/NQ-CP", "Nghị quyết 12/NQ-CP"),
        ("Báo cáo số 5 (lần 2) – “đạt” 50%; xong.", "Báo cáo số 5 (lần 2) – “đạt” 50%; xong."),
        ("a#b'c@d - e", "a#b'c@d - e"),
        ("Công văn 5-CV/TW, 20/06/2024", "'Công văn 5-CV/TW, 20/06/2024'"),
        ("[Mật] {1}", "'[Mật] {1}'"),
        ("số: 5 #1", "'số: 5 #1'"),
        ("2024-03-01", "'2024-03-01'"),
        ("12", "'12'"),
        ("@ban", "'@ban'"),
        ("no", "'no'"),
    ],
)
def test_text_is_quoted_only_where_a_flow_mapping_needs_it(note: str, written: str) -> None:
    """Most numbers of documents stand as they are."""
    entry: EntryData = {"task": "I.1", "on": date(2024, 3, 1), "event": "progress", "note": note}
    data = appended((TOP + "log: []\n").encode(), entry).data.decode()
    line = f"  - {{task: I.1, on: 2024-03-01, event: progress, note: {written}}}\n"
    assert data == f"{TOP}log:\n{line}"


def test_comments_stay_with_what_they_are_about() -> None:
    """An indented comment belongs to the entry above it, one at the margin to what follows."""
    log = block(2, "xong", more="    # về mục trên\n# hết\n")
    result = appended((TOP + log).encode(), PLAIN).data.decode()
    assert result.index("# về mục trên") < result.index("mới: 50 %") < result.index("# hết")


def test_flow_entries_get_lines_of_their_own_where_the_others_have_them() -> None:
    """The comma and the comment of the last one stay with it."""
    result = appended((TOP + FLOW["over lines, comments"]).encode(), PLAIN).data.decode()
    assert "hai}, # hai, nhì\n  {task: I.1, on: 2024-03-01," in result
    assert "percent: 50}\n  # hết\n]" in result


def test_a_file_of_mixed_line_breaks_gets_the_one_next_to_the_entry() -> None:
    """There is no right one; the neighbours' is the least surprising."""
    text = TOP.replace("\n", "\r\n") + block(2, "xong")
    assert appended(text.encode(), PLAIN).data.decode().endswith(f"xong\n  - {WRITTEN}\n")


def test_the_last_line_of_a_literal_text_gets_the_break_that_it_lacks() -> None:
    """“|” keeps the final line break of the file if it has one: adding it is no change of text."""
    text = TOP + block(2, "|\n      xong")
    result = appended(text.rstrip("\n").encode(), PLAIN)
    assert result.faithful
    assert result.data.decode().startswith(text)


def test_an_invalid_entry_gives_no_plan_and_says_why() -> None:
    """The whole new text is checked, not the entry alone."""
    data = (TOP + EMPTY["plain"]).encode()
    result = append_entry(loaded(data), data, {**PLAIN, "task": "I.3"})
    assert not result.loaded.valid
    assert not result.faithful
    assert [finding.code for finding in result.loaded.findings] == ["KH401"]


def test_an_invalid_plan_is_not_appended_to() -> None:
    """Where the log is cannot be told of a file that is not a plan."""
    found = load_bytes(b"format: 1\n", "plan.yaml")
    with pytest.raises(ValueError, match=r"plan\.yaml"):
        append_entry(found, b"format: 1\n", PLAIN)


def test_an_entry_that_would_read_otherwise_is_not_faithful() -> None:
    """What is compared is the meaning: a period in another spelling is another text."""
    data = (TOP + BLOCK["indent 2"]).encode()
    entry: EntryData = {"task": "I.1", "on": date(2024, 3, 1), "event": "extended", "basis": "1"}
    assert append_entry(loaded(data), data, {**entry, "to": "2024-Q3"}).faithful
    assert not append_entry(loaded(data), data, {**entry, "to": "2024-07-01/2024-09-30"}).faithful


def _sound(text: str) -> bool:
    return bool(text.strip()) and not list(check_characters(text))


TEXTS = st.one_of(
    st.sampled_from(DIFFICULT),
    st.text(
        st.characters(exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")), max_size=60
    ).map(lambda text: normalize("NFC", text)),
    st.lists(
        st.sampled_from(
            [" ", ":", "#", "'", '"', "-", ",", "[", "{", "]", "}", "ộ", "a", "1", "\t"]
        )
    ).map("".join),
    st.tuples(st.sampled_from(DIFFICULT), st.sampled_from(DIFFICULT)).map("".join),
).filter(_sound)

ENTRIES = st.fixed_dictionaries(
    {
        "task": st.just("I.1"),
        "on": st.dates(date(2024, 1, 2), date(2999, 12, 31)),
        "event": st.just("progress"),
    },
    optional={"agency": st.sampled_from(["bo-a", "bo-b"]), "part": st.sampled_from(["mot", "hai"])},
).flatmap(
    lambda entry: st.fixed_dictionaries(
        {**{key: st.just(value) for key, value in entry.items()}, "note": TEXTS},
        optional={"percent": st.integers(0, 100)},
    )
)


@settings(max_examples=30)
@example("block: comment behind", "\r\n", False, True, [PLAIN] * 5)
@given(
    st.sampled_from(sorted(LAYOUTS)),
    st.sampled_from(BREAKS),
    st.booleans(),
    st.booleans(),
    st.lists(ENTRIES, min_size=5, max_size=5),
)
def test_five_entries_in_a_row(
    layout: str, line_break: str, bom: bool, final: bool, entries: list[EntryData]
) -> None:
    """However the file is written and whatever the notes say."""
    text = LAYOUTS[layout]
    text = text if final else text.rstrip("\n")
    data = (UTF8_BOM if bom else b"") + text.replace("\n", line_break).encode()
    plan = loaded(in_a_row(data, *entries)).plan
    assert plan is not None
    assert [getattr(entry, "note", None) for entry in plan.log[-5:]] == [
        entry["note"] for entry in entries
    ]


@settings(max_examples=25)
@given(st.lists(TEXTS, min_size=2, max_size=2), st.dates(date(2024, 1, 2), date(2030, 1, 1)))
def test_every_event_with_every_text(texts: list[str], on: date) -> None:
    """Documents and grounds are texts like notes; a period is written so that it stays one."""
    first, second = texts
    data = (TOP + "log: []\n").encode()
    later = on + timedelta(days=1)
    in_a_row(
        data,
        {"task": "I.1", "on": on, "event": "extended", "to": "2031", "basis": first},
        {"task": "I.2", "on": on, "event": "completed", "for": "2025", "document": second},
        {"task": "I.2", "on": later, "event": "reopened", "for": "2025", "basis": first},
        {"task": "I.1", "on": later, "event": "cancelled", "basis": first, "note": second},
        {"task": "I.1", "on": later, "event": "reopened", "note": second},
    )
