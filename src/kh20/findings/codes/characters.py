"""KH6xx: characters."""

from kh20.findings.code import Code, Example
from kh20.findings.finding import Severity
from kh20.text.i18n import N_

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def _name(name: str) -> Example:
    return Example(f"agencies:\n  bo-a: {{name: {name}}}\n  bo-b: {{name: Bộ B}}\n")


_GOOD = _name("Bộ Đ")

CODES = (
    Code(
        "KH601",
        ERROR,
        N_("a control character"),
        N_(
            "Control characters are not text: they are left over from a copy or a broken transfer, "
            "and terminals obey some of them."
        ),
        _name("Bộ\x07 A"),
        _GOOD,
    ),
    Code(
        "KH602",
        ERROR,
        N_("an invisible or reordering character"),
        N_("Zero-width and bidirectional characters make a line look other than it is read."),
        _name("Bộ \u202eA\u202c"),
        _GOOD,
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
        _GOOD,
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
        _GOOD,
    ),
    Code(
        "KH605",
        WARNING,
        N_("a letter that looks like another"),
        N_("Ð (eth) for Đ, or a Cyrillic а for a, look right and are never found again."),
        _name("Bộ \u00d0"),
        _GOOD,
    ),
)
