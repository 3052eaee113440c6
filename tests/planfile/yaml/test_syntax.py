"""What is said of text that is not YAML: the mistake that a person made, and where."""

import pytest

from check.marked import marked
from kh20.findings import Diagnostic, Region
from kh20.planfile.source_text import SourceText
from kh20.planfile.yaml.compose import compose

# The mistake is marked; ⟪ ⟫ is around where libyaml says that it began.
MISTAKES = {
    "a:\n⟦\t⟧b: 1\n": "a tab indents this line",
    "a: 1\n⟦\t⟧b: 1\n": "a tab indents this line",
    "- a\n⟦\t⟧- b\n": "a tab indents this line",
    "a: |\n⟦\t⟧x\n": "a tab indents this line",
    'a: ⟦"⟧b\nc: d\n': "this quote is never closed",
    "a: ⟦'⟧b\nc: d\n": "this quote is never closed",
    "a: ⟦'⟧b\n---\nc'\n": "this quote is never closed",
    "a: ⟪{⟫b: c\nd⟦:⟧ e\n": "a “,” or the closing “}” is missing before this",
    "a: ⟪[⟫b, c\nd⟦:⟧ e\n": "a “,” or the closing “]” is missing before this",
    "a: ⟪{⟫b: c d⟦:⟧ e}\n": "a “,” or the closing “}” is missing before this",
    "a: b⟦:⟧ c\n": "a “:” cannot stand here",
    "a: b\n  c⟦:⟧ d\n": "a “:” cannot stand here",
    "a b\nc⟦:⟧ d\n": "a “:” cannot stand here",
    "{a: b⟦:⟧}\n": "a “:” cannot stand here",
    "a: 1\n⟦bcd⟧ e\nf: 2\n": "this line has no “: ” and belongs to nothing above it",
    "⟪a⟫:\n  b: 1\n ⟦c:⟧ 2\n": "this line begins where no key and no “- ” above it does",
    "⟪a⟫:\n  - b\n ⟦-⟧ c\n": "this line begins where no key and no “- ” above it does",
    "⟪-⟫ a: 1\n ⟦b:⟧ 2\n": "this line begins where no key and no “- ” above it does",
    "⟪-⟫ - a\n ⟦-b⟧\n": "this line begins where no key and no “- ” above it does",
    "a: 'b' ⟦c⟧\n": "this stands behind the end of a value",
    "a: [b]⟦c⟧\n": "this stands behind the end of a value",
    "a: ⟦-⟧ b\n": "a list cannot begin on this line",
    "a: ⟦@⟧b\n": "unquoted text cannot begin with “@”",
    "a: ⟦`⟧b\n": "unquoted text cannot begin with “`”",
    "a: ⟦%⟧b\n": "unquoted text cannot begin with “%”",
    "a: [b, ⟦,⟧ c]\n": "a value is missing before “,”",
    "a: ⟦}⟧\n": "a value is missing before “}”",
    "{a: 1}⟦}⟧\n": "this stands behind the end of the plan",
    "a: 1\n...\n⟦b:⟧ 2\n": "this stands behind the end of the plan",
    "a: ⟦&⟧ b\n": "“&” begins a name, and none follows",
    "a: ⟦*⟧\n": "“*” begins a name, and none follows",
    "a: ⟦!⟧<b\n": "“!” begins a tag, and this is none",
    "a: ⟦!⟧b!c d\n": "“!” begins a tag, and this is none",
    "a: ⟪|⟫⟦b⟧\n": "behind “|” or “>” the text begins on the next line",
    "⟦%⟧a b\n---\n": "a line that begins with “%” is an instruction to YAML programs",
    "%YAML 1.1\n⟦%⟧YAML 1.1\n---\n": (
        "a line that begins with “%” is an instruction to YAML programs"
    ),
    "⟦%⟧YAML 2.0\n---\n": "this asks for another version of YAML",
}

ESCAPES = {
    'a: "b⟦\\ud800⟧c"\n': "\\ud800",
    'a: "⟦\\udfff⟧"\n': "\\udfff",
    'a: "⟦\\U00110000⟧"\n': "\\U00110000",
    'a: "⟦\\q⟧"\n': "\\q",
    'a: "⟦\\xzz⟧"\n': "\\xzz",
    'a: "⟦\\u12⟧"\n': "\\u12",
    'a: "x\\\\⟦\\đ⟧"\n': "\\đ",
}


BEGINS = "an unresolved merge conflict begins here"
LEFT = "this line is left over from a merge conflict"

# Each conflict is a finding, whatever else is wrong there.
CONFLICTS = {
    "⟦<<<<<<<⟧ HEAD\na: 1\n⟪=======⟫\na: 2\n⟪>>>>>>>⟫ phong-b\n": BEGINS,
    "a: [\n⟦<<<<<<<⟧ HEAD\n⟪|||||||⟫ 1234567\n⟪=======⟫\n  @\n⟪>>>>>>>⟫ phong-b": BEGINS,
    "a: >-\n  x\n⟦<<<<<<<⟧\n  y\n⟪=======⟫\n  z\n⟪>>>>>>>⟫\nb: 1\nb: 2\n": BEGINS,
    'a: "x\n⟦<<<<<<<⟧ a\n y\n⟪=======⟫\n z\n⟪>>>>>>>⟫ b\n w"\n': BEGINS,
    "⟦<<<<<<<⟧\n⟪|||||||⟫\n⟪<<<<<<<<<⟫\n⟪=========⟫\n⟪>>>>>>>>>⟫\n⟪=======⟫\n⟪>>>>>>>⟫\n": BEGINS,
    "a: 1\n⟦<<<<<<<⟧ HEAD\nb: 1\n": BEGINS,
    "a: 1\n⟦=======⟧\nb: 1\n": LEFT,
    "a: 1\n⟦>>>>>>>⟧ phong-b\nb: 1\n": LEFT,
    "a: 1\n⟦|||||||⟧ 1234567\nb: 1\n": LEFT,
}
NO_CONFLICTS = (
    "a: |\n  =======\n  <<<<<<< x\n",
    "a: b\n  =======\n",
    "# =======\na: <<<<<<< b\n",
    "a: =======\n",
    "=======a: 1\n",
    "======: 1\n",
)


def _only(text: str) -> tuple[Diagnostic, list[Region]]:
    source = SourceText(text)
    result = compose(text)
    assert not result.complete
    (diagnostic,) = result.diagnostics
    spans = [diagnostic.place.span, *(related.place.span for related in diagnostic.related)]
    return diagnostic, [source.region(span) for span in spans if span is not None]


@pytest.mark.parametrize("case", MISTAKES)
def test_a_mistake_is_named_where_it_is(case: str) -> None:
    text, here, earlier = marked(case)
    diagnostic, regions = _only(text)
    assert (diagnostic.code, diagnostic.message) == ("KH004", MISTAKES[case])
    assert regions == here + earlier
    assert diagnostic.hint


@pytest.mark.parametrize("case", ESCAPES)
def test_an_escape_that_stands_for_nothing(case: str) -> None:
    text, here, _earlier = marked(case)
    diagnostic, regions = _only(text)
    assert diagnostic.code == "KH604"
    assert diagnostic.message == f"the escape “{ESCAPES[case]}” stands for no character"
    assert regions == here


@pytest.mark.parametrize("text", ["[", "{", "a: [b", "a: {b: ", '"', "- [\n"])
def test_a_file_that_just_ends(text: str) -> None:
    diagnostic, regions = _only(text)
    assert diagnostic.code == "KH004"
    assert "this is not YAML" not in diagnostic.message
    assert all(region.line <= text.count("\n") + 1 for region in regions)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("case", CONFLICTS)
def test_a_merge_conflict_is_named_at_its_first_mark(case: str, line_break: str) -> None:
    text, here, others = marked(case)
    diagnostic, regions = _only(text.replace("\n", line_break))
    assert (diagnostic.code, diagnostic.message) == ("KH013", CONFLICTS[case])
    assert regions == here + others


def test_each_conflict_is_a_finding() -> None:
    text = "<<<<<<< a\n=======\n>>>>>>> b\nc\n=======\n<<<<<<< a\n<<<<<<< a\n=======\n>>>>>>> b\n"
    found = [diagnostic.place.span for diagnostic in compose(text).diagnostics]
    lines = [SourceText(text).position(span.start)[0] for span in found if span is not None]
    assert lines == [1, 5, 6, 7]


@pytest.mark.parametrize("text", NO_CONFLICTS)
def test_signs_elsewhere_are_no_marks(text: str) -> None:
    """Only at the beginning of a line, and alone or with a name behind them."""
    assert [each for each in compose(text).diagnostics if each.code == "KH013"] == []
    assert compose(text).complete
