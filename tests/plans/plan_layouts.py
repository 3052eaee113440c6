"""Plan files whose log is written in every way that a person or a program may write it."""

TOP = """\
# Kế hoạch thử   \t(tab in a comment)
format: 1

document:
    number: '1-KH/BA'
    title: >-
      Kế hoạch
      năm 2024
    issued: 2024-01-02   # ngày ký
    issuer: "Bộ A"
agencies:
  bo-a: {name: Bộ A, aliases: [BA, 'A: "một"']}
  bo-b: {name: Bộ B}
tasks:
- id: I.1
  title: Báo cáo năm
  text: |
    Báo cáo kết quả (hoàn thành trong quý I/2024).
  owners: [bo-a, bo-b]
  responsibility: each
  parts: [{id: mot, title: Một}, {id: hai, title: Hai}]
  due: {by: 2024-Q1, stated: hoàn thành trong quý I/2024}
- id: I.2
  title: Sơ kết
  text: Sơ kết hằng năm.
  owners: [bo-a]
  due: {every: year, stated: hằng năm}
"""
"""A plan in block style without its log."""

MOVED_TASKS = TOP[TOP.index("tasks:") :]
BEFORE_TASKS = TOP[: TOP.index("tasks:")]

ITEM = "task: I.1, on: 2024-02-01, event: progress, note: "


def block(indent: int, last: str, *, more: str = "") -> str:
    """Return a block log of two entries, of which the last ends with a note written as ``last``."""
    lines = [
        "log:\n",
        "- task: I.1\n",
        "  on: 2024-02-01   # hôm đó\n",
        "  event: progress\n",
        "  note: đang làm\n",
        "# giữa hai mục\n",
        "- event: progress\n",
        '  "task": I.2\n',
        "  on: '2024-02-02'\n",
        "  for: '2024'\n",
        f"  note: {last}\n",
    ]
    item = [lines[0], *(" " * indent + line for line in lines[1:])]
    return "".join(item) + more


def scalar(indicator: str, indent: int, *lines: str) -> str:
    """Return a block scalar that stands as a value of an entry."""
    return indicator + "".join(f"\n{' ' * (indent + 4)}{line}" if line else "\n" for line in lines)


EMPTY = {
    "plain": "log: []\n",
    "spaces inside": "log: [  ]\n",
    "spaces around": "log:   []  \n",
    "comment behind": "log: [] # chưa có gì\n",
    "comment far behind": "log: []\t  # chưa có gì\n",
    "comment lines below": "log: []\n# hết\n\n# thật\n",
    "comment inside below": "log: []\n  # mục mới ở dưới dòng này\n# hết\n",
    "on a line of its own": "log:\n  []\n",
    "comment before": "log: # nhật ký\n  [] # rỗng\n",
    "over two lines": "log: [\n]\n",
    "quoted key": '"log": []\n',
    "question mark": "? log\n: []\n",
    "blank lines below": "log: []\n\n\n",
    "document end": "log: []\n...\n",
    "document end and comment": "log: []\n... # hết\n# thật\n",
}

ABSENT = {
    "nothing": "",
    "comments": "# hết\n  # thụt vào\n\n",
    "document end": "...\n",
    "comment and document end": "# hết\n...\n# sau đó\n",
    "blank lines": "\n\n",
}

BLOCK = {
    **{f"indent {n}": block(n, "xong") for n in (0, 2, 4)},
    "single quotes": block(2, "'xong: ''rồi'' # không'"),
    "double quotes": block(2, '"xong: \\"rồi\\" # không"'),
    "comment behind": block(2, "xong # rồi"),
    "comment behind quotes": block(2, "'xong'   \t# rồi"),
    "plain over lines": block(2, "xong\n      mọi\n\n      việc"),
    "quotes over lines": block(2, '"xong\n      mọi\n\n      việc"'),
    "comment inside below": block(2, "xong", more="    # về mục trên\n"),
    "comment at the dashes": block(2, "xong", more="  # về mục trên\n  # nữa\n"),
    "comment at the margin": block(2, "xong", more="# hết\n"),
    "comment inside and at the margin": block(4, "xong", more="      # về\n    # về\n# hết\n"),
    "comment at the margin without indent": block(0, "xong", more="# hết\n"),
    "comment inside without indent": block(0, "xong", more="  # về mục trên\n# hết\n"),
    "tab in a comment": block(2, "xong", more="  # về\tmục trên\t\n"),
    "comment after a blank line": block(2, "xong", more="\n  # mục mới\n"),
    "blank lines": block(2, "xong", more="\n\n"),
    "document end": block(2, "xong", more="...\n"),
    "flow items": (f"log:\n  - {{{ITEM}một}}\n  - {{{ITEM}hai,\n     percent: 20}}  # hai mươi\n"),
    "flow item over lines": f"log:\n- {{{ITEM}một,\n  percent: 20\n  }}\n",
    **{
        f"{name} {indicator} {indent}": block(indent, scalar(indicator, indent, *lines), more=more)
        for indicator in ("|", "|-", "|+", ">", ">-", ">+", "|2", ">1-")
        for indent in (0, 2)
        for name, lines, more in (
            ("scalar", ("xong", "- rồi: # không"), ""),
            ("scalar, blank lines", ("xong", "", "", "rồi", "", ""), ""),
            ("scalar, comment", ("xong",), "# hết\n"),
            ("scalar, comment inside", ("xong",), f"{' ' * (indent + 1)}# về mục trên\n"),
            ("scalar, deeper line", ("xong", "   rồi"), "\n# hết\n"),
        )
    },
}

FLOW = {
    "one line": f"log: [{{{ITEM}một}}]\n",
    "two on one line": f"log: [{{{ITEM}một}}, {{{ITEM}hai}}] # hai\n",
    "trailing comma": f"log: [{{{ITEM}một}},]\n",
    "trailing comma and space": f"log: [ {{{ITEM}một}} , ]\n",
    "over lines": f"log: [\n  {{{ITEM}một}},\n  {{{ITEM}hai}}\n]\n",
    "over lines, trailing comma": f"log: [\n  {{{ITEM}một}},\n  {{{ITEM}hai}},\n]\n",
    "over lines, comments": (
        f"log: [ # nhật ký\n  {{{ITEM}một}}, # một, nhất\n  {{{ITEM}hai}} # hai, nhì\n  # hết\n]\n"
    ),
    "over lines, comma and comments": (
        f"log: [\n  {{{ITEM}hai}} # hai\n  , # phẩy, sau\n  # hết\n]\n"
    ),
    "bracket on the last line": f"log: [\n  {{{ITEM}một}},\n  {{{ITEM}hai}}]\n",
    "first on the first line": f"log: [{{{ITEM}một}},\n      {{{ITEM}hai}}\n     ]\n",
    "item over lines": (
        "log:\n  [\n    {\n      task: I.1, on: 2024-02-01,\n      event: progress, note: một\n"
        "    }\n  ]\n"
    ),
    "empty with a comment inside": "log: [ # rỗng\n  ]\n",
    "one line, comment below": f"log: [{{{ITEM}một}}\n  # hết\n]\n",
    "empty, comment on a line": "log: [\n  # rỗng\n]\n",
    "pairs in quotes": f"log: [{{{ITEM}'một, hai'}}]\n",
}

_JSON_TOP = """\
{
  "format": 1,
  "document": {"number": "1-KH/BA", "title": "Kế hoạch", "issued": "2024-01-02", "issuer": "Bộ A"},
  "agencies": {"bo-a": {"name": "Bộ A"}, "bo-b": {"name": "Bộ B"}},
  "tasks": [
    {"id": "I.1", "title": "Báo cáo", "text": "Báo cáo (hoàn thành trong quý I/2024).",
     "owners": ["bo-a", "bo-b"], "responsibility": "each",
     "parts": [{"id": "mot", "title": "Một"}, {"id": "hai", "title": "Hai"}],
     "due": {"by": "2024-Q1", "stated": "hoàn thành trong quý I/2024"}},
    {"id": "I.2", "title": "Sơ kết", "text": "Sơ kết hằng năm.", "owners": ["bo-a"],
     "due": {"every": "year", "stated": "hằng năm"}}
  ]"""
_JSON_ITEM = '{"task": "I.1", "on": "2024-02-01", "event": "progress", "note": "một"}'

JSON = {
    "no log": _JSON_TOP + "\n}\n",
    "no log, no line": _JSON_TOP + "}",
    "empty": _JSON_TOP + ',\n  "log": []\n}\n',
    "empty, first": _JSON_TOP.replace("{\n", '{\n  "log": [],\n', 1) + "\n}\n",
    "one": _JSON_TOP + f',\n  "log": [{_JSON_ITEM}]\n}}\n',
    "tabs": (_JSON_TOP + f',\n  "log": [\n    {_JSON_ITEM}\n  ]\n}}\n').replace("  ", "\t"),
    "pretty": (
        _JSON_TOP + ',\n  "log": [\n    {\n      "task": "I.1",\n      "on": "2024-02-01",\n'
        '      "event": "progress",\n      "note": "một"\n    },\n    ' + _JSON_ITEM + "\n  ]\n}\n"
    ),
}

_YAML_TOP = """\
{ # kế hoạch
  format: 1, document: {number: 1-KH/BA, title: Kế hoạch, issued: 2024-01-02, issuer: Bộ A},
  agencies: {bo-a: {name: Bộ A}, bo-b: {name: Bộ B}},
  tasks: [
    {id: I.1, title: Báo cáo, text: Báo cáo (hoàn thành trong quý I/2024)., owners: [bo-a, bo-b],
     responsibility: each, parts: [{id: mot, title: Một}, {id: hai, title: Hai}],
     due: {by: 2024-Q1, stated: hoàn thành trong quý I/2024}},
    {id: I.2, title: Sơ kết, text: Sơ kết hằng năm., owners: [bo-a],
     due: {every: year, stated: hằng năm}}]"""

BRACES = {
    "no log": _YAML_TOP + " # hết việc\n}\n",
    "no log, trailing comma": _YAML_TOP + "\n  , # phẩy\n}\n",
    "empty": _YAML_TOP + ",\n  log: []\n}\n",
    "one": _YAML_TOP + f",\n  log: [{{{ITEM}một}},],\n}}\n",
}

_INDENTED = "".join(f"  {line}" for line in TOP.splitlines(keepends=True))

INDENTED = {
    "no log": _INDENTED,
    "empty": _INDENTED + "  log: []\n",
    "block": _INDENTED + "  log:\n  - {" + ITEM + "một}\n",
}
"""The whole plan stands two columns in, which YAML allows."""

LAYOUTS = {
    **{f"empty: {name}": TOP + log for name, log in EMPTY.items()},
    **{
        f"empty before tasks: {name}": BEFORE_TASKS + log + MOVED_TASKS
        for name, log in EMPTY.items()
        if not name.startswith("document end")
    },
    **{f"absent: {name}": TOP + rest for name, rest in ABSENT.items()},
    **{f"block: {name}": TOP + log for name, log in BLOCK.items()},
    **{
        f"block before tasks: {name}": BEFORE_TASKS + log + MOVED_TASKS
        for name, log in BLOCK.items()
        if not name.startswith("document end")
    },
    **{f"flow: {name}": TOP + log for name, log in FLOW.items()},
    **{
        f"flow before tasks: {name}": BEFORE_TASKS + log + MOVED_TASKS for name, log in FLOW.items()
    },
    **{f"json: {name}": text for name, text in JSON.items()},
    **{f"braces: {name}": text for name, text in BRACES.items()},
    **{f"indented: {name}": text for name, text in INDENTED.items()},
    "directive": "%YAML 1.1\n---\n" + TOP + "log: []\n",
    "document start": "--- # kế hoạch\n" + TOP + "log: []\n",
}
"""Whole plan files by what is particular about each, with LF as line breaks."""

KINDS = tuple(dict.fromkeys(name.partition(":")[0] for name in LAYOUTS))
"""The kinds of layouts: their names up to the colon."""


def layouts(kind: str) -> list[tuple[str, str]]:
    """Return the layouts of a kind: their names, and the texts of the files."""
    return [(name, text) for name, text in LAYOUTS.items() if name.partition(":")[0] == kind]
