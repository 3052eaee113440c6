"""Every finding points at the very scalar, key or character, and at nothing beside it."""

import pytest

from check.marked import marked
from kh20.findings import Finding
from kh20.findings.code import merge
from kh20.planfile import load_bytes


def _agencies(text: str) -> str:
    return merge(f"agencies:\n{text}")


def _task(text: str) -> str:
    return merge(f"tasks:\n{text}")


def _due(due: str, text: str = "Báo cáo (hoàn thành trong quý I/2024).") -> str:
    return _task(
        f"  - id: I.1\n    title: Báo cáo\n    text: {text}\n    owners: [bo-a]\n"
        f"    partners: [bo-b]\n    due: {due}\n"
    )


_STATED = "stated: hoàn thành trong quý I/2024"

PLACES = {
    # The file and its YAML
    "KH004 unclosed quote": ('format: 1\ndocument: ⟦"⟧1-KH/BA\n', "KH004"),
    "KH004 unclosed bracket": ("document: ⟪{⟫number: 1\nformat⟦:⟧ 1\n", "KH004"),
    "KH004 tab": ("document:\n⟦\t⟧number: 1\n", "KH004"),
    "KH004 colon": ("document:\n  title: Kế hoạch⟦:⟧ phần một\n", "KH004"),
    "KH004 dedent": ("⟪d⟫ocument:\n   number: 1\n  ⟦title:⟧ Kế hoạch\n", "KH004"),
    "KH004 text behind a quote": ('document:\n  title: "Kế hoạch" ⟦năm⟧ 2024\n', "KH004"),
    "KH005 twice": (_agencies("  ⟪bo-a⟫: {name: Bộ A}\n  ⟦bo-a⟧: {name: Bộ B}\n"), "KH005"),
    "KH005 flow": (_agencies("  bo-a: {⟪name⟫: A, acts_for: bo-b, ⟦name⟧: B}\n"), "KH005"),
    "KH005 quoted": (_agencies("  bo-a:\n    ⟪name⟫: A\n    ⟦'name'⟧: B\n"), "KH005"),
    "KH005 thrice": (
        _agencies("  ⟪bo-a⟫: {name: A}\n  ⟦bo-a⟧: {name: B}\n  ⟪bo-a⟫: {name: C}\n"),
        "KH005",
    ),
    "KH005 deep": (
        _task("  - id: I.1\n  - id: I.2\n    due: {⟪by⟫: 2024-Q1, ⟦by⟧: 2024-Q2}\n"),
        "KH005",
    ),
    "KH006 anchor": (_agencies("  bo-a: ⟦&a⟧ {name: A}\n"), "KH006"),
    "KH006 anchor on a key": (_agencies("  ⟦&a⟧ bo-a: {name: A}\n"), "KH006"),
    "KH006 alias": (_agencies("  bo-a: {name: ⟦*a⟧}\n"), "KH006"),
    "KH007": (_agencies("  bo-a: {name: ⟦!!str⟧ A}\n"), "KH007"),
    "KH007 beside an anchor": (_agencies("  bo-a: {name: &x ⟦!!str⟧ A}\n"), "KH007"),
    "KH007 on a list": (_agencies("  bo-a: {name: A, aliases: ⟦!x⟧ [B]}\n"), "KH007"),
    "KH008": (merge("") + "⟦---⟧\nformat: 1\n", "KH008"),
    "KH009 value": (_agencies("  bo-a: {name: ⟦no⟧}\n"), "KH009"),
    "KH009 block": (_agencies("  bo-a:\n    name:   ⟦12:30⟧   # giờ\n"), "KH009"),
    "KH009 list": (_agencies("  bo-a:\n    aliases:\n      - ⟦0o17⟧\n"), "KH009"),
    "KH009 key": (_agencies("  bo-a: {name: A, acts_for: bo-b}\n  ⟦2024⟧: {name: B}\n"), "KH009"),
    "KH009 day": (merge("document:\n  title: ⟦2024-02-30⟧\n"), "KH009"),
    "KH010": ("log: " + "[" * 23 + "⟦[⟧" + "]" * 24 + "\n", "KH010"),
    "KH011 list": (_agencies("  ? ⟦[⟧bo-a]\n  : {name: A}\n"), "KH011"),
    "KH011 merge": (_agencies("  bo-a: {⟦<<⟧: {name: A}}\n"), "KH011"),
    "KH012": ("⟦⟧# Kế hoạch\n", "KH012"),
    # Shape
    "KH101 obligation": (
        _task("  - ⟦id: I.1⟧\n    title: T\n    text: T.\n    owners: [bo-a]\n"),
        "KH101",
    ),
    "KH101 flow": (_task("  - ⟦{id: I.1, title: T, text: T., due: none}⟧\n"), "KH101"),
    "KH101 key": (_agencies("  ⟦bo-a⟧: {aliases: [A]}\n"), "KH101"),
    "KH101 empty": (_agencies("  ⟦bo-a⟧: {}\n"), "KH101"),
    "KH101 nested key": (_due("⟦⟧{by: 2024-Q1}").replace("due: ⟦⟧", "⟦due⟧: "), "KH101"),
    "KH101 section": ("# A\n⟦format: 1⟧\nagencies: {}\ntasks: []\n", "KH101"),
    "KH102": (_agencies("  bo-a: {name: A, ⟦alias⟧: [B]}\n"), "KH102"),
    "KH102 quoted": (_agencies('  bo-a: {name: A, ⟦"nam e"⟧: B}\n'), "KH102"),
    "KH102 top": (merge("") + "⟦ghi-chu⟧: [A]\n", "KH102"),
    "KH102 wide": (_agencies("  bo-a: {name: 漢字, ⟦別名⟧: [B]}\n"), "KH102"),
    "KH103 number": (_agencies("  bo-a: {name: ⟦1⟧}\n"), "KH103"),
    "KH103 nothing": (_agencies("  bo-a:\n    ⟦name⟧:\n"), "KH103"),
    "KH103 nothing in a list": (_agencies("  bo-a: {name: A, aliases: [⟦~⟧]}\n"), "KH103"),
    "KH103 list": (_agencies("  bo-a: {name: ⟦[A, B]⟧}\n"), "KH103"),
    "KH103 list over lines": (_agencies("  bo-a: {name: ⟦[A,\n    B]⟧}\n"), "KH103"),
    "KH103 block list": (_agencies("  bo-a:\n    name:\n      ⟦- A⟧\n      - B\n"), "KH103"),
    "KH103 mapping": (_agencies("  bo-a:\n    name:\n      ⟦vi: A⟧\n      en: B\n"), "KH103"),
    "KH103 due": (_due("⟦quý I/2024⟧"), "KH103"),
    "KH104": (merge("format: ⟦2⟧\n"), "KH104"),
    "KH105": (_task("  - {id: ⟦IV-1⟧}\n"), "KH105"),
    "KH105 quoted": (_task("  - {id: ⟦'IV-1'⟧}\n"), "KH105"),
    "KH105 key": (_agencies("  ⟦Bộ A⟧: {name: Bộ A}\n"), "KH105"),
    "KH106 empty": (_agencies("  bo-a: {name: ⟦' '⟧}\n"), "KH106"),
    "KH106 plain over lines": (
        _task(f"  - title: ⟦{'dài ' * 10}\n      {'dài ' * 10}\n      {'dài ' * 9}dài⟧\n"),
        "KH106",
    ),
    "KH106 folded": (
        _task(f"  - title: ⟦>-\n      {'dài ' * 20}\n      {'dài ' * 9}dài⟧\n    id: I.1\n"),
        "KH106",
    ),
    "KH106 literal": (
        _task(f"  - title: ⟦|\n      {'dài ' * 30}dài⟧\n\n  # chú thích\n  - id: I.1\n"),
        "KH106",
    ),
    "KH106 double quotes over lines": (
        _task(f'  - title: ⟦"{"dài " * 20}\n      {"dài " * 9}"⟧   \n    id: I.1\n'),
        "KH106",
    ),
    "KH107": ("# chú thích\n⟦- a⟧\n- b\n", "KH107"),
    "KH107 scalar": ("⟦kế hoạch⟧\n", "KH107"),
    # Identity
    "KH201": (
        _task(
            "  - {id: ⟪I.1⟫, title: T, text: T., owners: [bo-a], due: none}\n"
            '  - {id: ⟦"I.1"⟧, title: U, text: U., owners: [bo-b], due: none}\n'
        ),
        "KH201",
    ),
    "KH202 flow": (
        _task("  - {id: I.1, title: T, text: T., owners: [bo-a, ⟦bo-x⟧], due: none}\n"),
        "KH202",
    ),
    "KH202 block": (
        _task(
            "  - id: I.1\n    title: T\n    text: T.\n    owners:\n      - bo-a\n"
            "      - 'bo-b'\n      # sai\n      - ⟦'bo-x'⟧\n    due: none\n"
        ),
        "KH202",
    ),
    "KH202 acts for": (_agencies("  bo-a: {name: A, acts_for: ⟦bo-x⟧}\n"), "KH202"),
    "KH203": (_agencies("  bo-a: {name: ⟪Bộ A⟫}\n  bo-b: {name: B, aliases: [⟦bo a⟧]}\n"), "KH203"),
    "KH204": (
        _task(
            "  - {id: I.1, title: T, text: T., owners: [⟪bo-a⟫], partners: [⟦bo-a⟧], due: none}\n"
        ),
        "KH204",
    ),
    "KH207": (
        _agencies("  bo-a: {name: A}\n  bo-b: {name: B}\n  ⟦bo-c⟧:\n    name: C\n"),
        "KH207",
    ),
    "KH208": (_agencies("  bo-a: {name: A, ⟦members⟧: [bo-b]}\n  bo-b: {name: B}\n"), "KH208"),
    # Due periods
    "KH301": (_due(f"{{by: 2024-Q1, ⟦in⟧: 2024-Q1, {_STATED}}}"), "KH301"),
    "KH302": (_due(f"⟦⟧{{{_STATED}}}").replace("due: ⟦⟧", "⟦due⟧: "), "KH302"),
    "KH303": (
        _due("{by: 2024-Q1, stated: ⟦hoàn thành quý I/2024⟧}").replace("text:", "⟪text⟫:"),
        "KH303",
    ),
    "KH304": (_due(f"{{by: ⟦2024-Q2⟧, {_STATED.replace(': ', ': ⟪')}⟫}}"), "KH304"),
    "KH304 block": (
        _due(
            "\n      by: ⟦2024-Q2⟧\n"
            "      stated: ⟪>-\n        hoàn thành trong\n        quý I/2024⟫"
        ),
        "KH304",
    ),
    "KH306 plain": (_due("⟪none⟫", "Báo cáo (⟦hoàn thành trong quý I/2024⟧)."), "KH306"),
    "KH306 quoted": (_due("⟪none⟫", '"Báo cáo (⟦hoàn thành trong quý I/2024⟧)."'), "KH306"),
    "KH306 single quotes": (
        _due("⟪none⟫", "'Báo cáo ''năm'' (⟦hoàn thành trong quý I/2024⟧).'"),
        "KH306",
    ),
    "KH306 escapes before": (
        _due("⟪none⟫", '"B\\u00e1o c\\u00e1o (⟦hoàn thành trong quý I/2024⟧)."'),
        "KH306",
    ),
    "KH306 folded": (
        _due("⟪none⟫", ">-\n      Báo cáo năm\n      (⟦hoàn thành trong quý I/2024⟧)."),
        "KH306",
    ),
    "KH306 over a line break": (
        _due("⟪none⟫", ">-\n      Báo cáo (⟦hoàn thành\n      trong quý I/2024⟧)."),
        "KH306",
    ),
    "KH306 second of two": (
        _due(
            "⟪none⟫",
            "Tổng kết quý I/2024, báo cáo (⟦hoàn thành trong quý I/2024⟧).",
        ),
        "KH306",
    ),
    "KH310": (_due(f"{{by: ⟦2024-Q5⟧, {_STATED}}}"), "KH310"),
    "KH310 year": (_due(f"{{by: ⟦2024⟧, {_STATED}}}"), "KH310"),
    "KH310 quoted": (_due(f'{{by: ⟦"Q1/2024"⟧, {_STATED}}}'), "KH310"),
    # Characters
    "KH601": (_agencies("  bo-a: {name: Bộ⟦\x07⟧ A}\n"), "KH601"),
    "KH601 run": (_agencies("  bo-a: {name: Bộ⟦\x00\x00\x00⟧ A}\n"), "KH601"),
    "KH602": (_agencies("  bo-a: {name: Bộ ⟦\u200b⟧A}\n"), "KH602"),
    "KH602 behind wide letters": (_agencies("  bo-a: {name: 漢字👍⟦\u202e⟧A}\n"), "KH602"),
    "KH602 in a comment": (merge("") + "# xem⟦\u2066⟧ thêm\n", "KH602"),
    "KH602 escaped": (_agencies('  bo-a: {name: ⟦"A\\u200b"⟧}\n'), "KH602"),
    "KH603": (_agencies("  bo-a: {name: Bộ ⟦Ti\u0301nh⟧ A}\n"), "KH603"),
    "KH604": (_agencies('  bo-a: {name: "A⟦\\ud800⟧"}\n'), "KH604"),
    "KH605": (_agencies("  bo-a: {name: Bộ ⟦\u0110⟧à}\n".replace("\u0110", "\u00d0")), "KH605"),
    "KH605 word": (_agencies("  bo-a: {name: Bộ ⟦\u0410\u0412\u0421⟧}\n"), "KH605"),
}


def _findings(text: str, code: str) -> list[Finding]:
    findings = load_bytes(text.encode("utf-8"), "plan.yaml").findings
    return [finding for finding in findings if finding.code == code]


@pytest.mark.parametrize("case", PLACES)
def test_the_region_is_that_of_the_very_place(case: str) -> None:
    source, code = PLACES[case]
    text, here, earlier = marked(source)
    found = [f for f in _findings(text, code) if f.region in here]
    assert [f.region for f in found] == here, _findings(text, code)
    assert [reference.region for f in found for reference in f.references] == earlier


NUMBERS = {
    # A name of two bytes for each letter, and one of four: columns count letters, not bytes.
    "letters": ("agencies: {bo-a: {name: Bộ Đ, x: 1}}\n", (1, 31, 1, 32)),
    "emoji": ("agencies: {bo-a: {name: 👍🏽, x: 1}}\n", (1, 29, 1, 30)),
    "marks on their own": ("agencies: {bo-a: {en: a, x: 1}} # bộ\n", (1, 26, 1, 27)),
    "tabs count one": ("agencies: {bo-a:\t{en: A,\tx: 1}}\n", (1, 26, 1, 27)),
    "lone CR ends a line": ("agencies:\r  bo-a: {en: A, x: 1}\r", (2, 17, 2, 18)),
    "CR LF": ("agencies:\r\n  bo-a: {en: A, x: 1}\r\n", (2, 17, 2, 18)),
}


@pytest.mark.parametrize("case", NUMBERS)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a byte order mark"])
def test_lines_and_columns_are_counted_as_editors_do(case: str, mark: bytes) -> None:
    text, region = NUMBERS[case]
    findings = load_bytes(mark + text.encode(), "plan.yaml").findings
    (finding,) = (f for f in findings if f.code == "KH102")
    assert finding.region == region
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert finding.source_line == lines[region[0] - 1]


@pytest.mark.parametrize("line_break", ["\r\n", "\r"], ids=["CR LF", "CR"])
def test_line_breaks_do_not_move_a_place(line_break: str) -> None:
    for case, (source, _code) in PLACES.items():
        text = marked(source).text
        plain = load_bytes(text.encode(), "plan.yaml").findings
        other = load_bytes(text.replace("\n", line_break).encode(), "plan.yaml").findings
        assert other == plain, case


@pytest.mark.parametrize("text", ["a: [", 'a: "b', "a:\n- b\n  c: d\n e", "? a"])
def test_a_place_at_the_end_of_the_file_is_inside_it(text: str) -> None:
    for finding in load_bytes(text.encode(), "plan.yaml").findings:
        line, column, end_line, end_column = finding.region
        lines = text.split("\n")
        assert 1 <= line <= end_line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
        assert 1 <= end_column <= len(lines[end_line - 1]) + 1


def test_bytes_that_are_not_utf_8() -> None:
    data = "format: 1\ndocument: {title: Kế".encode() + b"\xbf\xbf ho}\n"
    (finding,) = load_bytes(data, "plan.yaml").findings
    assert (finding.code, finding.region) == ("KH002", (2, 21, 2, 22))
    assert finding.source_line is not None
    assert finding.source_line.startswith("document: {title: Kế\N{REPLACEMENT CHARACTER}")
