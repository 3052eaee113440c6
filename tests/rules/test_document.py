"""The data of the document itself."""

import pytest

from rules.found import brief

_DOCUMENT = "document: {{number: 1/K, title: K, issued: 2024-01-02, issuer: A, timezone: {}}}\n"


@pytest.mark.parametrize("zone", ["Asia/Ho_Chi_Minh", "Asia/Bangkok", "UTC"])
def test_zones_that_there_are(zone: str) -> None:
    assert brief(_DOCUMENT.format(zone)) == []


@pytest.mark.parametrize(
    "zone",
    ["Asia/Sagon", "GMT+7", "../etc/passwd", "/etc/localtime", "Asia", "x/../../y", "Việt Nam"],
)
def test_zones_that_there_are_not(zone: str) -> None:
    assert brief(_DOCUMENT.format(zone)) == [("KH210", zone, ())]
