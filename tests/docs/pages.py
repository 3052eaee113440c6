"""The documents of the project, and the blocks that stand in them."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
ARCHITECTURE = ROOT / "ARCHITECTURE.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
DOCS = ROOT / "docs"
MANUAL = (README, ARCHITECTURE, CONTRIBUTING, *sorted(DOCS.glob("*.md")))
"""The pages whose examples are run."""
PAGES = (*MANUAL, ROOT / "CHANGELOG.md", ROOT / "benchmarks" / "README.md")
"""The pages whose links are followed."""

CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_YAML = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)


def read(page: Path) -> str:
    """Return the text of a page."""
    return page.read_text(encoding="utf-8")


def name(page: Path) -> str:
    """Return a page as a test is named after it."""
    return page.relative_to(ROOT).as_posix()


def section(page: Path, heading: str) -> str:
    """Return what stands under a heading of the second level."""
    return read(page).split(f"\n## {heading}\n")[1].split("\n## ")[0]


def plans(page: Path) -> list[str]:
    """Return the plan files that a page shows as examples to follow."""
    return [block for block in _YAML.findall(read(page)) if "format: 1" in block]


def prose(page: Path) -> str:
    """Return a page without its blocks of code."""
    return _FENCED.sub("", read(page))
