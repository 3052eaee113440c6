"""YAML as an editor's language server reads it: by the core schema of YAML 1.2, days as text."""

import re
from typing import Any

import yaml

_FLOAT = r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)"
_RESOLVED = {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": rf"{_FLOAT}|\.(?:nan|NaN|NAN)",
}


class _CoreLoader(yaml.SafeLoader):
    pass


_CoreLoader.yaml_implicit_resolvers = {}
for _tag, _pattern in _RESOLVED.items():
    _CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), None
    )


def core_load(text: str) -> Any:
    """Load a YAML document."""
    return yaml.load(text, _CoreLoader)
