"""KH1xx: the shape of the data: keys, types, lengths."""

from kh20.findings.code import Code, Example, merge
from kh20.findings.finding import Severity
from kh20.text.i18n import N_

ERROR = Severity.ERROR

_TASK = (
    "tasks:\n"
    "  - id: {id}\n"
    "    title: {title}\n"
    "    text: Báo cáo kết quả.\n"
    "    {owners}\n"
    "    partners: [bo-b]\n"
    "    due: {due}\n"
)


def _task(
    number: str = "I.1", title: str = "Báo cáo", owners: str = "owners: [bo-a]", due: str = "none"
) -> Example:
    return Example(_TASK.format(id=number, title=title, owners=owners, due=due))


CODES = (
    Code(
        "KH101",
        ERROR,
        N_("a key is missing"),
        N_(
            "What the document leaves open is said explicitly: “owners: []” where it names nobody, "
            "“due: none” where it states no period. A missing key may be a forgotten one."
        ),
        Example(
            "tasks:\n  - id: I.1\n    title: Báo cáo\n    text: Báo cáo kết quả.\n"
            "    owners: [bo-a]\n    partners: [bo-b]\n"
        ),
        _task(),
    ),
    Code(
        "KH102",
        ERROR,
        N_("an unknown key"),
        N_("A misspelt key would be left out without a word, and with it what it says."),
        _task(owners="owner: [bo-a]"),
        _task(),
    ),
    Code(
        "KH103",
        ERROR,
        N_("a value of the wrong kind"),
        N_(
            "Text, a list, a set of keys, a number, true or false: each key takes one of them. A "
            "year is text and is quoted, because YAML makes a number of a bare 2024."
        ),
        Example(
            "document:\n  number: 2024\n  title: Kế hoạch\n  issued: 2024-01-02\n  issuer: Bộ A\n"
        ),
        Example(
            'document:\n  number: "2024"\n  title: Kế hoạch\n  issued: 2024-01-02\n  issuer: Bộ A\n'
        ),
    ),
    Code(
        "KH104",
        ERROR,
        N_("a value that is not one of those allowed"),
        N_(
            "Some keys take one of a few words. The format of the file must be one that this kh20 "
            "reads."
        ),
        Example("format: 9\n"),
        Example("format: 1\n"),
    ),
    Code(
        "KH105",
        ERROR,
        N_("a value that is not written as it must be"),
        N_(
            "Ids of obligations are the document's numbering (IV.2.1); short names of agencies are "
            "small letters, digits and hyphens (bo-noi-vu)."
        ),
        _task(number="IV-2-1"),
        _task(number="IV.2.1"),
    ),
    Code(
        "KH106",
        ERROR,
        N_("a text that is empty or too long"),
        N_("A title is read in a table: at most 100 characters, and not none."),
        _task(title='""'),
        _task(),
    ),
    Code(
        "KH107",
        ERROR,
        N_("the file does not hold a plan"),
        N_("At its top a plan is a set of keys: format, document, agencies, tasks, log."),
        Example("- a\n- b\n", whole=True),
        Example(merge("")),
    ),
)
