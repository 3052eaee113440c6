"""The JSON Schema of plan files, for editors."""

from __future__ import annotations

from typing import Any

from kh20.model import Plan

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def plan_schema() -> dict[str, Any]:
    """Return the schema in the 2020-12 dialect, with a description on every key."""
    schema = Plan.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": DIALECT, "$id": "kh20.schema.json", **schema}
