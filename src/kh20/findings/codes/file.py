"""KH0xx and KH6xx: the file and its YAML, and the characters in it."""

from kh20.findings.code import Code, Example, merge
from kh20.findings.finding import Severity
from kh20.text.i18n import N_

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_DOCUMENT = "document: {{number: 1-KH/BA, title: Kế hoạch, issued: 2024-01-02, issuer: Bộ A{end}\n"
_AGENCIES = Example("agencies:\n  bo-a: {name: Bộ A}\n  bo-b: {name: Bộ B}\n")
_PLAN = Example(merge(""))
_NO_EXAMPLE = Example("")


def _name(name: str) -> Example:
    return Example(f"agencies:\n  bo-a: {{name: {name}}}\n  bo-b: {{name: Bộ B}}\n")


_GOOD_NAME = _name("Bộ Đ")

CODES = (
    Code(
        "KH001",
        ERROR,
        N_("the file cannot be read"),
        N_(
            "There is no such file, it is a folder, a pipe or a device, or this user may not read "
            "it. Pipes are refused because opening one may wait for ever; standard input is read "
            "where the path is “-”. `kh20 check` then exits with 2."
        ),
        _NO_EXAMPLE,
        _NO_EXAMPLE,
    ),
    Code(
        "KH002",
        ERROR,
        N_("the file is not UTF-8"),
        N_(
            "Vietnamese text in an older encoding (TCVN3, VNI, Windows-1258) or in UTF-16 would be "
            "read as other letters. A UTF-8 byte order mark is accepted."
        ),
        Example(r"format: 1 # k\xeas", whole=True),
        Example("format: 1  # kế\n"),
    ),
    Code(
        "KH003",
        ERROR,
        N_("the file is too large"),
        N_("A plan is read whole. At most 128 MiB are accepted, some 300,000 obligations."),
        _NO_EXAMPLE,
        _NO_EXAMPLE,
    ),
    Code(
        "KH004",
        ERROR,
        N_("the file is not YAML"),
        N_(
            "The text breaks a rule of YAML, so nothing behind this place could be read. "
            "Most often it is indentation, a tab, or a value with “: ” in it that is not quoted."
        ),
        Example(_DOCUMENT.format(end="")),
        Example(_DOCUMENT.format(end="}")),
    ),
    Code(
        "KH005",
        ERROR,
        N_("a key is given twice"),
        N_(
            "Programs keep one of two equal keys and drop the other without a word. Here neither "
            "is dropped: one must go."
        ),
        Example("agencies:\n  bo-a: {name: Bộ A}\n  bo-b: {name: Bộ B}\n  bo-a: {name: Bộ C}\n"),
        Example(
            "agencies:\n  bo-a: {name: Bộ A}\n  bo-b: {name: Bộ B}\n"
            "  bo-c: {name: Bộ C, acts_for: bo-a}\n"
        ),
    ),
    Code(
        "KH006",
        ERROR,
        N_("an anchor or an alias"),
        N_(
            "Anchors (&x) and aliases (*x) let a value stand elsewhere than where it is read, and "
            "a few lines of them unfold to gigabytes. A plan needs none."
        ),
        Example("agencies:\n  bo-a: &a {name: Bộ A}\n  bo-b: {name: Bộ B}\n"),
        _AGENCIES,
    ),
    Code(
        "KH007",
        ERROR,
        N_("a tag"),
        N_(
            "A tag (!!int, !python/object) tells a program how to read a value, and may run code. "
            "A plan needs none: quote what should be text."
        ),
        Example("format: !!int 1\n"),
        Example("format: 1\n"),
    ),
    Code(
        "KH008",
        ERROR,
        N_("several YAML documents in one file"),
        N_("What stands behind a second “---” would be left out."),
        Example("log: []\n---\nformat: 1\n"),
        Example("log: []\n"),
    ),
    Code(
        "KH009",
        ERROR,
        N_("an unquoted value that YAML 1.1 reads as something else"),
        N_(
            "YAML 1.1 turns no into false, 12:30 into 750, 010 into 8, 1e3 into 1000; and "
            "2024-13-01 is no day. Programs disagree on what such a value is, so it must be "
            "quoted. Where no text belongs, another finding says what does."
        ),
        Example("agencies:\n  bo-a: {name: no}\n  bo-b: {name: Bộ B}\n"),
        Example('agencies:\n  bo-a: {name: "no"}\n  bo-b: {name: Bộ B}\n'),
    ),
    Code(
        "KH010",
        ERROR,
        N_("nested too deeply"),
        N_(
            "A plan needs six levels. Thousands of them are an attack on the program that reads it."
        ),
        Example("log: " + "[" * 40 + "]" * 40 + "\n"),
        Example("log: []\n"),
    ),
    Code(
        "KH011",
        ERROR,
        N_("a key that is not text"),
        N_("A list, a set of keys or the merge key (<<) stands where the name of a value belongs."),
        Example("log: []\n? [a, b]\n: c\n"),
        Example("log: []\n"),
    ),
    Code(
        "KH012",
        ERROR,
        N_("the file is empty"),
        N_(
            "A file that is empty, or holds comments only, is no plan. `kh20 init` writes one to "
            "start from."
        ),
        Example("# to be written\n", whole=True),
        _PLAN,
    ),
    Code(
        "KH013",
        ERROR,
        N_("an unresolved merge conflict"),
        N_(
            "Where two versions changed the same lines, git writes both into the file between "
            "marks, and somebody has to choose. Until then the file is neither version. Logs are "
            "joined without a conflict where `kh20 merge` is git's merge driver."
        ),
        Example(
            "log:\n"
            "<<<<<<< main\n"
            "  - {task: I.1, on: 2024-03-20, event: completed, document: 5/BC-BA}\n"
            "=======\n"
            "  - {task: I.1, on: 2024-03-15, event: progress, percent: 60, note: đang soạn}\n"
            ">>>>>>> phong-b\n",
            whole=True,
        ),
        Example(
            "log:\n"
            "  - {task: I.1, on: 2024-03-15, event: progress, percent: 60, note: đang soạn}\n"
            "  - {task: I.1, on: 2024-03-20, event: completed, document: 5/BC-BA}\n"
        ),
    ),
    Code(
        "KH601",
        ERROR,
        N_("a control character"),
        N_(
            "Control characters are not text: they are left over from a copy or a broken transfer, "
            "and terminals obey some of them."
        ),
        _name("Bộ\x07 A"),
        _GOOD_NAME,
    ),
    Code(
        "KH602",
        ERROR,
        N_("an invisible or reordering character"),
        N_("Zero-width and bidirectional characters make a line look other than it is read."),
        _name("Bộ \u202eA\u202c"),
        _GOOD_NAME,
    ),
    Code(
        "KH603",
        ERROR,
        N_("text that is not in normalization form C"),
        N_(
            "The same Vietnamese letter can be one code point or several. Plans use one (NFC), so "
            "that equal texts are equal."
        ),
        _name("Bo\u0323\u0302 A"),
        _GOOD_NAME,
    ),
    Code(
        "KH604",
        ERROR,
        N_("an escape that stands for no character"),
        N_(
            "A lone surrogate such as \\ud800, or an escape that YAML does not know, has no text "
            "behind it."
        ),
        _name('"Bộ \\ud800"'),
        _GOOD_NAME,
    ),
    Code(
        "KH605",
        WARNING,
        N_("a letter that looks like another"),
        N_("Ð (eth) for Đ, or a Cyrillic а for a, look right and are never found again."),
        _name("Bộ \u00d0"),
        _GOOD_NAME,
    ),
    Code(
        "KH606",
        ERROR,
        N_("a letter under a heap of marks"),
        N_("Nobody can read it, and to compare such a text takes a program more and more time."),
        _name(f'"Bo{chr(92)}u0301' + f"{chr(92)}u0301" * 30 + '"'),
        _GOOD_NAME,
    ),
    Code(
        "KH607",
        WARNING,
        N_("Vietnamese text that is not Unicode"),
        N_(
            "Text typed for an older font (TCVN3, VNI), or UTF-8 that was read in another "
            "encoding, shows the wrong letters, and no search finds it. One finding for a file "
            "names the first place."
        ),
        _name("Bé Tµi chÝnh"),
        _name("Bộ Tài chính"),
    ),
)
