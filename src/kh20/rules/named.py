"""The bodies that the signed text names, against the owners and partners of the task (KH224–KH226).

What the text says of them is read only where it is plain: before and behind “chủ trì”, behind “phối
hợp với” and the labels of a form, at the beginning of a text, behind the words of an order, and in
the cells of a table row.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from kh20.agencies.mentions import Mention, NameFinder
from kh20.agencies.register import Registers
from kh20.findings import Diagnostic, Place
from kh20.model import Agency, Task
from kh20.model.agency import successors_by
from kh20.rules.draft import Draft
from kh20.text.folding import fold
from kh20.text.i18n import _
from kh20.text.quoting import shown

_ROLES = (
    ("chủ trì", re.compile(r"chủ trì(?: thực hiện)?:"), "label"),
    ("chủ trì", re.compile(r"chủ trì\b(?!(?: thực hiện)?:)"), "lead"),
    ("thực hiện:", re.compile(r"(?<=đơn vị )thực hiện:|(?<=cơ quan )thực hiện:"), "label"),
    (
        "phối hợp",
        re.compile(
            r"phối hợp(?: chặt chẽ)?(?: thực hiện)? (?:với|cùng)(?: các cơ quan:)?"
            r"|(?<=sự )phối hợp của|(?<=đơn vị )phối hợp:|(?<=cơ quan )phối hợp:"
        ),
        "partners",
    ),
)
"""Words, what must stand around them, and whom they tell."""
_BEFORE = re.compile(r"(?:làm |là )?(?:cơ quan |đơn vị )?$")
_NUMBER = re.compile(r"\s*(?:[-–—+•*]|\d+(?:\.\d+)*[.)]?|[a-zđ]\))\s+")
"""What numbers an item in front of its first sentence."""
_ORDER = re.compile(r"\s*(?:[Yy]êu cầu|[Gg]iao|[Pp]hân công|[Đđ]ề nghị)(?=\s)")
"""Words of an order; whoever stands behind them has to act."""
_ORDERED = re.compile(
    r"(?<!rình )(?<!cáo )(?<!nghị )(?<!mưu )(?<!với )(?<!tướng )(?<!Phó )"
    r"\b(?:(?:Phó )?Thủ tướng|Chính phủ|Quốc hội|Bộ Chính trị|Ban Bí thư)"
    r"[^.;:,|]{0,60}?(?=\s(?:yêu cầu|giao|phân công|đề nghị)\s)"
)
"""Who orders, in the middle of a sentence; who has to act may itself ask another body for help."""
_CELLS = re.compile(r"[|\t]")


class Roles(NamedTuple):
    """Who leads and who takes part by a text.

    ``cut`` tells that a cell breaks off in a name, ``silent`` that a text which names those who act
    says nothing of partners: another place of the document may.
    """

    leads: list[Mention]
    partners: list[Mention]
    cut: bool = False
    silent: bool = False


def named_bodies(draft: Draft) -> Iterator[Diagnostic]:
    """KH224, KH225, KH226: who leads or takes part by the text, and who does by the encoding."""
    names = _Names(draft)
    for index, task in draft.tasks.items():
        if task.owners or task.partners or task.divided:
            roles = names.roles_of(task)
            if roles is not None:
                yield from _differences(draft, names, index, task, roles)


class _Names:
    """The names that a plan may mean, gathered when the first text asks for them."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    @cached_property
    def finder(self) -> NameFinder:
        draft = self._draft
        own = [(key, agency.names) for key, agency in draft.agencies.items()]
        if not draft.registers:
            return NameFinder(own)
        if not draft.own:
            return _finder_of(draft.registers)
        return NameFinder([*own, *draft.registers.names()])

    def roles_of(self, task: Task) -> Roles | None:
        """Return who leads and takes part; ``None`` where neither text nor heading tells."""
        text, heading = task.text, _heading_of(task.id, self._draft)
        roles = self._of_row(text) if _CELLS.search(text) else self._of_sentence(text)
        if not roles.leads and heading:
            named = self.finder.list_at(heading, 0)
            if named.whole and named.mentions:
                roles = roles._replace(leads=[*named.mentions], silent=False)
        return roles if roles.leads or roles.partners else None

    def _of_sentence(self, text: str) -> Roles:
        leads: list[Mention] = []
        partners: list[Mention] = []
        for role, start, end in _told(text):
            if role == "lead":
                leads += self.finder.list_before(text, start)
            else:
                named = self.finder.list_at(text, end).mentions
                (leads if role == "label" else partners).extend(named)
        if leads:
            return Roles(leads, partners)
        return Roles([*self._subjects(text)], partners, silent=not partners)

    def _subjects(self, text: str) -> tuple[Mention, ...]:
        """Return who is told to act: whom an order names, else with whom the sentence begins."""
        number = _NUMBER.match(text)
        begin = number.end() if number else 0
        first = self.finder.list_at(text, begin).mentions
        orderer = None if first else _ORDERED.search(text)
        behind = first[-1].end if first else orderer.end() if orderer else begin
        order = _ORDER.match(text, behind)
        return (order and self.finder.list_at(text, order.end()).mentions) or first

    def _of_row(self, text: str) -> Roles:
        """Read a row of a table: of its cells of names, the first leads, the next takes part."""
        edges = [match.start() for match in _CELLS.finditer(text)]
        cells = list(zip([edge + 1 for edge in edges], [*edges[1:], len(text)], strict=True))
        for place, (start, end) in enumerate(cells):
            named = self.finder.list_at(text, start, end)
            if not named.whole and self.finder.anywhere(text[start:end]):
                break  # Names, and something else that may be one.
            if not named.mentions:
                continue
            after = cells[place + 1 : place + 2]
            others = [self.finder.list_at(text, *cell) for cell in after]
            partners = [mention for other in others for mention in other.mentions]
            cut = not all(other.whole for other in others)
            return Roles([*named.mentions], partners, cut)
        return Roles([], [])


def _told(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield where a text tells of whom: the role, and where the words that do begin and end."""
    lowered = text.lower()
    said = lowered if len(lowered) == len(text) else text
    for words, pattern, role in _ROLES:
        start = said.find(words)
        while start >= 0:
            match = pattern.match(said, start)
            if match is not None:
                before = _BEFORE.search(said, max(0, start - 20), start) if role == "lead" else None
                yield role, before.start() if before is not None else start, match.end()
            start = said.find(words, start + 1)


@lru_cache(maxsize=8)
def _finder_of(registers: Registers) -> NameFinder:
    return NameFinder(registers.names())


def _heading_of(task: str, draft: Draft) -> str:
    """Return the nearest heading above an obligation; empty where there is none."""
    return next(reversed(draft.headings_of(task)), "")


def _differences(
    draft: Draft, names: _Names, index: int, task: Task, roles: Roles
) -> Iterator[Diagnostic]:
    leads, partners, cut, silent = roles
    bodies = list(task.bodies())
    owners = [body for path, body in bodies if path[-2] == "owners"]
    for mention in leads:
        if not _among(mention, owners, draft):
            message = _("the text names “{name}” as leading, and it is no owner")
            yield _missing(draft, index, task, mention, "owners", "KH224", message)
    for mention in partners:
        twice = any(mention.agencies & lead.agencies for lead in leads)
        if _goes_on(task.text, mention):
            continue
        if not twice and not _among(mention, task.partners, draft):
            message = _("the text names “{name}” as taking part, and it is no partner")
            yield _missing(draft, index, task, mention, "partners", "KH225", message)
    if not leads or cut:
        return
    said = [*leads, *partners]
    for path, body in bodies:
        agency = draft.agencies.get(body)
        if agency is None or agency.collective or _mentioned(body, said, draft):
            continue
        if silent and path[-2] == "partners":
            continue
        heading = _heading_of(task.id, draft)
        anywhere = (*names.finder.anywhere(task.text), *names.finder.anywhere(heading))
        if not _mentioned(body, anywhere, draft) and not _stands(agency, task.text, heading):
            message = _("{agency} is named neither by the text nor by its heading")
            message = message.format(agency=shown(agency.name))
            hint = _("check it against the signed document")
            place = Place(("tasks", index, *path))
            yield Diagnostic("KH226", message, place, hint, task=task.id)


def _goes_on(text: str, mention: Mention) -> bool:
    """Tell whether a name goes on in a text, and so is that of another body.

    "Ban Tổ chức Trung ương Đảng Nhân dân Cách mạng Lào" is no body of the register.
    """
    behind = text[mention.end : mention.end + 2]
    return behind[:1] == " " and behind[1:].isupper()


def _stands(agency: Agency, *texts: str) -> bool:
    """Tell whether a body stands somewhere in texts, also inside the name of another one."""
    said = [f" {fold(text)} " for text in texts]
    return any(f" {fold(name)} " in text for name in agency.names for text in said)


def _missing(
    draft: Draft, index: int, task: Task, mention: Mention, key: str, code: str, message: str
) -> Diagnostic:
    text = _where(task, mention, draft)
    agency = sorted(mention.agencies, key=lambda body: body not in draft.agencies)[0]
    hint = _("add {agency} to “{key}”, or correct the one that stands there for it").format(
        agency=agency, key=key
    )
    place = Place(("tasks", index, "text"), inside=(mention.start, mention.end - mention.start))
    if text is None:
        place = Place(("tasks", index, "id"))
    body = draft.agencies.get(agency) or draft.registers.get(agency)
    name = body.name if body is not None else agency
    return Diagnostic(code, message.format(name=shown(name)), place, hint, task=task.id)


def _where(task: Task, mention: Mention, draft: Draft) -> str | None:
    """Return the name as the text has it; ``None`` where the heading does."""
    written = task.text[mention.start : mention.end]
    heading = _heading_of(task.id, draft)
    if heading[mention.start : mention.end] == written or not written:
        return None
    return written


def _among(mention: Mention, bodies: Collection[str], draft: Draft) -> bool:
    return not mention.agencies.isdisjoint(bodies) or any(
        _same(key, body, draft) for key in mention.agencies for body in bodies
    )


def _mentioned(body: str, mentions: Iterable[Mention], draft: Draft) -> bool:
    said = list(mentions)
    return any(body in mention.agencies for mention in said) or any(
        _same(key, body, draft) for mention in said for key in mention.agencies
    )


def _same(named: str, encoded: str, draft: Draft) -> bool:
    """Tell whether an encoded body is a named one, acts for it, or followed it."""
    one, other = _agency(named, draft), _agency(encoded, draft)
    if one is None or other is None:
        return False
    acting = {one.acts_for, other.acts_for} - {None}
    if named in acting or encoded in acting or (one.acts_for and one.acts_for == other.acts_for):
        return True
    return draft.issued is not None and (
        encoded in successors_by(named, draft.issued, draft.agencies)
        or named in successors_by(encoded, draft.issued, draft.agencies)
    )


def _agency(key: str, draft: Draft) -> Agency | None:
    return draft.agencies.get(key) or draft.registers.get(key)
