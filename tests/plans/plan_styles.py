"""Plan data written as YAML in whatever style a person or a program may choose."""

import json
import re
from random import Random
from typing import Any

_PLAIN = re.compile(r"[A-Za-zÀ-ỹĐđ][\wÀ-ỹĐđ/().-]*(?: [\wÀ-ỹĐđ/().-]+)*")
_PERIOD = re.compile(r"[0-9]{4}-(?:[QH][1-4]|[0-9]{2}(?:-[0-9]{2})?)")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
_CHATTER = ("# ghi chú", "#", "# Đọc: theo Kế hoạch", "# a: {b, [c", "# - id: X.1")


class Styler:
    """Writes plans in a style that follows from a seed; without one, always in the same."""

    def __init__(self, seed: int | None) -> None:
        self._random = Random(seed)
        self._wild = seed is not None
        self._width = self._random.choice([20, 40, 78, 120, 10**6]) if self._wild else 78
        self._flow = self._random.choice([0.0, 0.1, 0.5]) if self._wild else 0.0
        self._comments = self._random.choice([0.0, 0.05, 0.3]) if self._wild else 0.0
        self._step = self._random.choice([1, 2, 4]) if self._wild else 2
        self._crlf = self._wild and self._random.random() < 0.3

    def write(self, data: dict[str, Any]) -> str:
        """Return a plan as the text of a file."""
        lines = self._mapping(data, 0)
        if self._wild and self._random.random() < 0.3:
            lines = ["---", *lines]
        text = "\n".join(lines) + ("" if self._chance(0.2) else "\n")
        return text.replace("\n", "\r\n") if self._crlf else text

    def _chance(self, probability: float) -> bool:
        return self._wild and self._random.random() < probability

    def _remarks(self, indent: int) -> list[str]:
        if not self._chance(self._comments):
            return []
        return ["", " " * indent + self._random.choice(_CHATTER)]

    def _mapping(self, data: dict[str, Any], indent: int) -> list[str]:
        lines = []
        for key, value in data.items():
            lines += self._remarks(indent)
            lines += self._entry(" " * indent + f"{self._key(key)}:", value, indent)
        return lines

    def _entry(self, head: str, value: Any, indent: int) -> list[str]:
        if isinstance(value, dict | list) and value and not self._chance(self._flow):
            if isinstance(value, dict):
                return [head, *self._mapping(value, indent + self._step)]
            inner = indent + self._random.choice([0, self._step]) if self._wild else indent + 2
            return [head, *self._sequence(value, inner)]
        if isinstance(value, str) and " " in value and self._chance(0.6):
            folded = self._folded(value, indent + self._step)
            if folded is not None:
                return [f"{head} >-", *folded]
        text = self._inline(value)
        remark = "  # ở đây" if self._chance(self._comments) else ""
        return [f"{head} {text}{remark}"]

    def _sequence(self, items: list[Any], indent: int) -> list[str]:
        lines = []
        for item in items:
            lines += self._remarks(indent)
            lead = " " * indent + "-"
            if isinstance(item, dict) and item and not self._chance(self._flow):
                block = self._mapping(item, indent + 2)
                first = next(n for n, line in enumerate(block) if line.strip()[:1] not in ("", "#"))
                lines += block[:first]
                lines.append(lead + " " + block[first].lstrip())
                lines += block[first + 1 :]
            else:
                lines.append(f"{lead} {self._inline(item)}")
        return lines

    def _folded(self, text: str, indent: int) -> list[str] | None:
        """Return a text as the lines of a folded scalar; ``None`` where it could not come back."""
        if text != " ".join(text.split(" ")) or "  " in text or not text.isprintable():
            return None
        lines, line = [], ""
        for word in text.split(" "):
            if line and len(line) + len(word) + indent > self._width:
                lines.append(" " * indent + line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        return [*lines, " " * indent + line]

    def _inline(self, value: Any) -> str:
        if isinstance(value, dict):
            inner = (f"{self._key(key)}: {self._inline(each)}" for key, each in value.items())
            return "{" + ", ".join(inner) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self._inline, value)) + "]"
        if isinstance(value, str):
            return self._scalar(value)
        return json.dumps(value)

    def _scalar(self, text: str) -> str:
        plain = _PLAIN.fullmatch(text) or _PERIOD.fullmatch(text)
        if plain and text.lower() not in _WORDS and not self._chance(0.3):
            return text
        if text.isprintable() and self._chance(0.5):
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=False)

    def _key(self, key: str) -> str:
        return f'"{key}"' if self._chance(0.05) else key


def plain_text(data: dict[str, Any]) -> str:
    """Return a plan in block style, one scalar on one line."""
    return Styler(None).write(data)
