"""Links between the documents lead somewhere."""

import re
from pathlib import Path

import pytest

from docs.pages import DOCS, PAGES, README, name, prose

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def _links(page: Path) -> list[str]:
    return [link for link in _LINK.findall(prose(page)) if not re.match(r"https?:", link)]


def _anchors(page: Path) -> set[str]:
    """Return the names under which the headings of a page are linked on code hosts."""
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in _HEADING.findall(prose(page))
    }


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_are_relative_and_their_targets_exist(page: Path) -> None:
    for link in _links(page):
        path, _hash, anchor = link.partition("#")
        assert not path.startswith("/"), link
        target = (page.parent / path) if path else page
        assert target.exists(), link
        assert not anchor or anchor in _anchors(target), link


def test_the_readme_leads_to_every_document() -> None:
    reached = {(README.parent / link.partition("#")[0]).resolve() for link in _links(README)}
    assert {*DOCS.glob("*.md"), *(page for page in PAGES if page.parent == README.parent)} <= {
        README,
        *reached,
    }
