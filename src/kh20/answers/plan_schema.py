"""The JSON Schemas of plan files and of registers, for editors."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from kh20.model import Plan, RegisterFile
from kh20.model.fields import Entity

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Editors(GenerateJsonSchema):
    """Writes what helps in an editor: no titles made of the keys, and no empty values."""

    schema_dialect = DIALECT

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        # What is left open in a plan is left out of it.
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        written = super().default_schema(schema)
        if written.get("default", ...) is None:
            del written["default"]
        return written

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        written = super().tagged_union_schema(schema)
        written.pop("discriminator", None)  # A word of OpenAPI, not of JSON Schema.
        return written


class PlanSchema(NamedTuple):
    """The schema in the 2020-12 dialect, with a description on every key."""

    document: Mapping[str, Any]


def plan_schema() -> PlanSchema:
    """Return the schema of plan files."""
    return _schema_of(Plan, "kh20.schema.json")


def register_schema() -> PlanSchema:
    """Return the schema of register files."""
    return _schema_of(RegisterFile, "kh20-register.schema.json")


def _schema_of(kind: type[Entity], name: str) -> PlanSchema:
    schema = kind.model_json_schema(by_alias=True, mode="validation", schema_generator=_Editors)
    return PlanSchema({"$schema": DIALECT, "$id": name, **schema})
