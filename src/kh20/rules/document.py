"""The data of the document itself."""

from __future__ import annotations

from collections.abc import Iterator

from kh20.findings import Diagnostic, Place
from kh20.periods.timezones import find_timezone
from kh20.rules.draft import Draft
from kh20.text.i18n import _


def known_timezone(draft: Draft) -> Iterator[Diagnostic]:
    """KH210: a time zone that the time zone database does not have."""
    if draft.document is not None and find_timezone(draft.document.timezone) is None:
        yield Diagnostic(
            "KH210",
            _("there is no time zone “{name}”").format(name=draft.document.timezone),
            Place(("document", "timezone")),
            _("use a name of the IANA database, such as Asia/Ho_Chi_Minh"),
        )
