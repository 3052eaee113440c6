"""kh20 explain: every code with its weight, its reason and its examples."""

import json
from unicodedata import is_normalized

import pytest

from conftest import Run
from kh20.findings.code import Code
from kh20.findings.codes import codes


def _name(code: Code) -> str:
    return code.code


def _without_space(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("code", codes().values(), ids=_name)
def test_a_code_is_explained(code: Code, kh20: Run) -> None:
    result = kh20("explain", code.code)
    assert (result.code, result.err) == (0, "")
    first, _, rest = result.out.partition("\n")
    assert first == f"{code.code} ({code.severity.value}): {code.summary}"
    assert _without_space(code.why) in _without_space(rest)
    for example in (code.fails, code.passes):
        for line in example.text.splitlines():
            if line.isprintable() and is_normalized("NFC", line):
                assert f"    {line}".rstrip() in rest.split("\n")


def test_what_cannot_be_seen_is_shown_as_an_escape(kh20: Run) -> None:
    for code in ("KH601", "KH602", "KH603"):
        out = kh20("explain", code).out
        assert all(char.isprintable() or char == "\n" for char in out)
    assert r"Bộ\x07 A" in kh20("explain", "KH601").out
    assert r"Bộ \u202eA\u202c" in kh20("explain", "KH602").out


def test_decomposed_letters_are_told_from_composed_ones(kh20: Run) -> None:
    out = kh20("explain", "KH603").out
    assert r"Bo\u0323\u0302 A" in out


@pytest.mark.parametrize("spelling", ["kh304", "Kh304", " KH304 "])
def test_case_and_spaces_do_not_matter(spelling: str, kh20: Run) -> None:
    assert kh20("explain", spelling) == kh20("explain", "KH304")


def test_without_a_code_all_are_listed_a_line_each(kh20: Run) -> None:
    result = kh20("explain")
    assert (result.code, result.err) == (0, "")
    heading, *lines = result.out.splitlines()
    assert heading.split() == ["Code", "Severity", "Meaning"]
    assert [line.split(maxsplit=2) for line in lines] == [
        [code.code, code.severity.value, code.summary] for code in codes().values()
    ]


@pytest.mark.parametrize(
    ("typed", "meant"), [("KH3004", "KH304"), ("H304", "KH304"), ("KH340", "KH304")]
)
def test_an_unknown_code_gets_a_suggestion(typed: str, meant: str, kh20: Run) -> None:
    result = kh20("explain", typed)
    assert (result.code, result.out) == (2, "")
    message, hint = result.err.splitlines()
    assert message == f"kh20: there is no code “{typed}”"
    assert hint.startswith("  did you mean ")
    assert meant in hint


def test_what_is_nothing_like_a_code_gets_the_way_to_the_list(kh20: Run) -> None:
    result = kh20("explain", "deadline")
    assert (result.code, result.out) == (2, "")
    assert result.err == ("kh20: there is no code “deadline”\n  “kh20 explain” lists all codes\n")


def test_colour_is_for_terminals(kh20: Run) -> None:
    wide = {"COLUMNS": "200"}
    assert "\x1b[" in kh20("explain", "KH304", tty=True, env=wide).out
    for result in (
        kh20("explain", "KH304"),
        kh20("explain", "KH304", "--no-color", tty=True, env=wide),
        kh20("explain", "KH304", tty=True, env={**wide, "NO_COLOR": "1"}),
        kh20("explain", "KH304", tty=True, env={**wide, "TERM": "dumb"}),
    ):
        assert "\x1b" not in result.out


def test_a_narrow_terminal_breaks_the_reason_between_words(kh20: Run) -> None:
    out = kh20("explain", "KH304", tty=True, env={"COLUMNS": "60", "NO_COLOR": "1"}).out
    why = out.split("\n\n")[1]
    assert max(map(len, why.splitlines())) <= 60
    assert " ".join(why.split()) == codes()["KH304"].why


def test_the_codes_in_machine_output_are_those_that_can_be_explained(kh20: Run) -> None:
    result = kh20("check", "-", "--format", "json", stdin="- a\n")
    (finding,) = json.loads(result.out)["diagnostics"]
    assert kh20("explain", finding["code"]).code == 0
