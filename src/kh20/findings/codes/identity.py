"""KH2xx: identity and references."""

from kh20.findings.code import Code, Example
from kh20.findings.finding import Severity
from kh20.text.i18n import N_

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def _tasks(*ids: str) -> Example:
    return Example(
        "tasks:\n"
        + "".join(
            f"  - id: {number}\n    title: Báo cáo {n}\n    text: Báo cáo kết quả {n}.\n"
            "    owners: [bo-a]\n    partners: [bo-b]\n    due: none\n"
            for n, number in enumerate(ids, 1)
        )
    )


def _owners(owners: str, extra: str = "") -> Example:
    return Example(
        "tasks:\n  - id: I.1\n    title: Báo cáo\n    text: Báo cáo kết quả.\n"
        f"    owners: {owners}\n    partners: [bo-b]\n{extra}    due: none\n"
    )


def _corrected(was: str) -> str:
    return f"    corrections: [{{was: {was}, reason: Thiếu dấu, on: 2024-02-01}}]\n"


def _agencies(*lines: str) -> Example:
    return Example("agencies:\n" + "".join(f"  {line}\n" for line in lines))


def _parts(one: str, other: str) -> Example:
    return _owners(
        "[bo-a]",
        f"    parts:\n      - {{id: {one}, title: Đề án}}\n"
        f"      - {{id: {other}, title: Chiến lược}}\n",
    )


def _zone(name: str) -> Example:
    return Example(
        "document:\n  number: 1-KH/BA\n  title: Kế hoạch\n  issued: 2024-01-02\n"
        f"  issuer: Bộ A\n  timezone: {name}\n"
    )


_A, _B = "bo-a: {name: Bộ A}", "bo-b: {name: Bộ B}"


def _worded(text: str, owners: str, partners: str) -> Example:
    tasks = (
        f"  - id: I.1\n    title: Báo cáo\n    text: {text}\n    owners: {owners}\n"
        f"    partners: {partners}\n    due: none\n"
        "  - id: I.2\n    title: Tổng kết\n    text: Tổng kết công tác.\n"
        "    owners: [bo-a, bo-b, bo-c]\n    due: none\n"
    )
    return Example(f"{_agencies(_A, _B, 'bo-c: {name: Bộ C}').text}tasks:\n{tasks}")


def _with_register(owner: str, *agencies: str) -> Example:
    sections = (_agencies(*agencies), _owners(f"[{owner}]"))
    return Example("register: vn\n" + "".join(section.text for section in sections))


CODES = (
    Code(
        "KH201",
        ERROR,
        N_("two obligations with one id"),
        N_(
            "An id is the document's own number, by which letters cite an obligation and the log "
            "records what was done."
        ),
        _tasks("I.1", "I.1"),
        _tasks("I.1", "I.2"),
    ),
    Code(
        "KH202",
        ERROR,
        N_("an agency that is not defined"),
        N_(
            "Every body that is named must be defined under “agencies”, or it would be asked for "
            "in vain."
        ),
        _owners("[bo-aa]"),
        _owners("[bo-a]"),
    ),
    Code(
        "KH203",
        ERROR,
        N_("a name that two agencies share"),
        N_(
            "People type names without diacritics and in any case, so names must differ in more "
            "than that."
        ),
        _agencies("bo-a: {name: Bộ Á}", "bo-b: {name: Bộ A}"),
        _agencies(_A, _B),
    ),
    Code(
        "KH204",
        ERROR,
        N_("an agency named twice in one place"),
        N_("It would be counted twice, or would be asked to coordinate with itself."),
        _owners("[bo-a, bo-a]"),
        _owners("[bo-a]"),
    ),
    Code(
        "KH205",
        WARNING,
        N_("obligations out of the document's order"),
        N_(
            "Lists follow the file; whoever compares them with the document wants its order. "
            "Letters follow each other as in the Vietnamese alphabet; i, v, x and l are Roman "
            "numerals where a numeral of several letters stands beside them. The fewest ids that "
            "have to move are named."
        ),
        _tasks("I.2", "I.1"),
        _tasks("I.1", "I.2"),
    ),
    Code(
        "KH206",
        ERROR,
        N_("agencies in a circle"),
        N_("Of two bodies that succeed, contain or act for one another, none could be asked."),
        _agencies("bo-a: {name: Bộ A, acts_for: bo-b}", "bo-b: {name: Bộ B, acts_for: bo-a}"),
        _agencies("bo-a: {name: Bộ A, acts_for: bo-b}", _B),
    ),
    Code(
        "KH207",
        WARNING,
        N_("an agency that nothing refers to"),
        N_("It is either left over or was forgotten where it belongs."),
        _agencies(_A, _B, "bo-c: {name: Bộ C}"),
        _agencies(_A, _B),
    ),
    Code(
        "KH208",
        ERROR,
        N_("members of a body that is no collective"),
        N_("What a collective owes, its members owe; that must be said on purpose."),
        _agencies(_A, "bo-b: {name: Nhóm B, members: [bo-a]}"),
        _agencies(_A, "bo-b: {name: Nhóm B, collective: true, members: [bo-a]}"),
    ),
    Code(
        "KH209",
        ERROR,
        N_("two parts with one id"),
        N_("The log names a part by its id when it is completed."),
        _parts("de-an", "de-an"),
        _parts("de-an", "chien-luoc"),
    ),
    Code(
        "KH210",
        ERROR,
        N_("an unknown time zone"),
        N_("The time zone decides which day is today when no day is given."),
        _zone("Asia/Sagon"),
        _zone("Asia/Ho_Chi_Minh"),
    ),
    Code(
        "KH211",
        ERROR,
        N_("successions that contradict each other in time"),
        N_("A body that had passed its duties on cannot take over others afterwards."),
        _agencies(
            "bo-a: {name: Bộ A, successor: {agency: bo-b, from: 2025-03-01, basis: 1/QĐ}}",
            "bo-b: {name: Bộ B, successor: {agency: bo-c, from: 2024-03-01, basis: 2/QĐ}}",
            "bo-c: {name: Bộ C}",
        ),
        _agencies(
            "bo-a: {name: Bộ A, successor: {agency: bo-b, from: 2024-03-01, basis: 1/QĐ}}",
            "bo-b: {name: Bộ B, successor: {agency: bo-c, from: 2025-03-01, basis: 2/QĐ}}",
            "bo-c: {name: Bộ C}",
        ),
    ),
    Code(
        "KH212",
        ERROR,
        N_("a document number that another file has too"),
        N_(
            "Letters cite an obligation by the number of its document; two files with one number "
            "would answer for each other. Seen only where several files are checked together."
        ),
        Example(""),
        Example(""),
    ),
    Code(
        "KH213",
        ERROR,
        N_("a correction that corrects nothing"),
        N_(
            "A correction keeps the title or the text as it was. Where that is still there, the "
            "slip has not been put right."
        ),
        _owners("[bo-a]", _corrected("Báo cáo kết quả.")),
        _owners("[bo-a]", _corrected("Báo cáo kêt quả.")),
    ),
    Code(
        "KH214",
        ERROR,
        N_("a closed collective without members"),
        N_(
            "Closed says that the members are all there are, so that each can be counted. Without "
            "members nobody could deliver."
        ),
        _agencies(_A, "bo-b: {name: Các bộ, collective: true, closed: true}"),
        _agencies(_A, "bo-b: {name: Các bộ, collective: true, closed: true, members: [bo-a]}"),
    ),
    Code(
        "KH220",
        ERROR,
        N_("a register that cannot be used"),
        N_(
            "A plan that names a register takes agencies from it. Without the register nobody "
            "knows what they are. What is wrong inside a register file is reported there."
        ),
        Example("register: vm\n"),
        Example("register: vn\n"),
    ),
    Code(
        "KH221",
        ERROR,
        N_("an agency that a plan and its register define differently"),
        N_(
            "One short name means one body in all plans that share a register. Two definitions "
            "would give two answers to who is responsible."
        ),
        _with_register("bo-y-te", _B, "bo-y-te: {name: Bộ Y tế mới}"),
        _with_register("bo-y-te", _B),
    ),
    Code(
        "KH222",
        WARNING,
        N_("a body that did not exist on the day of the document"),
        N_(
            "A document names the bodies of its day. A later one answers as the successor of the "
            "body that is named, and that is worked out."
        ),
        _with_register("bo-nong-nghiep-va-moi-truong", _B),
        _with_register("bo-tai-nguyen-va-moi-truong", _B),
    ),
    Code(
        "KH223",
        WARNING,
        N_("a heading under which nothing stands"),
        N_(
            "Headings say under what the document lists its tasks. One that stands above none is "
            "misnumbered, or its tasks were left out."
        ),
        Example('headings: {II: "Nhiệm vụ"}\n'),
        Example('headings: {I: "Nhiệm vụ"}\n'),
    ),
    Code(
        "KH224",
        WARNING,
        N_("a body that the text names as leading is no owner"),
        N_(
            "Who leads (“chủ trì”) is responsible. Read is what is plain: before and behind “chủ "
            "trì”, the labels of a form, the cells of a table row, the beginning of the text, the "
            "words of an order (“giao”, “yêu cầu”), and the heading."
        ),
        _worded("Bộ A và Bộ C chủ trì, phối hợp với Bộ B báo cáo.", "[bo-c]", "[bo-b]"),
        _worded("Bộ A và Bộ C chủ trì, phối hợp với Bộ B báo cáo.", "[bo-a, bo-c]", "[bo-b]"),
    ),
    Code(
        "KH225",
        WARNING,
        N_("a body that the text names as taking part is no partner"),
        N_("Whoever is named behind “phối hợp với” coordinates, and looks for its tasks here."),
        _worded("Bộ A chủ trì, phối hợp với Bộ B và Bộ C.", "[bo-a]", "[bo-b]"),
        _worded("Bộ A chủ trì, phối hợp với Bộ B và Bộ C báo cáo.", "[bo-a]", "[bo-b, bo-c]"),
    ),
    Code(
        "KH226",
        WARNING,
        N_("an owner or partner that the text does not name"),
        N_(
            "The text or its heading says who leads, and this body stands in neither. Bodies that "
            "act for a named one, or followed it, are no finding."
        ),
        _worded("Bộ A chủ trì, phối hợp với Bộ B báo cáo.", "[bo-a]", "[bo-b, bo-c]"),
        _worded("Bộ A chủ trì, phối hợp với Bộ B và Bộ C báo cáo.", "[bo-a]", "[bo-b, bo-c]"),
    ),
)
