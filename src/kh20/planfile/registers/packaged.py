"""The register that comes with kh20: the public bodies of Vietnam, with their lives."""

from functools import cache
from pathlib import Path

from kh20.agencies.register import Register
from kh20.model.days_off import DaysOff

PACKAGED = "vn"
"""What a plan calls it. The file is JSON, which is read ten times as fast as YAML."""


@cache
def packaged_register() -> Register:
    """Return the register that comes with kh20; its tests have checked the file already."""
    import json  # Only plans that name the register need it.

    text = Path(__file__).with_name(f"{PACKAGED}.json").read_text(encoding="utf-8")
    data = json.loads(text)
    days_off = DaysOff(tuple(data["holidays"]), tuple(data["working_days"]))
    return Register(PACKAGED, data["version"], data["agencies"], days_off)
