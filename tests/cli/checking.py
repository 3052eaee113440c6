"""What the tests of ``check --against`` have in common."""

import json
from typing import Any

from conftest import Result, Run
from git_repositories import GIT_ENV, Repository


class Checker:
    """Runs ``check --against`` in a repository."""

    def __init__(self, run: Run, repository: Repository) -> None:
        self.run = run
        self.repository = repository

    def __call__(self, *args: str, **more: Any) -> Result:
        more = {"cwd": self.repository.folder, **more, "env": {**GIT_ENV, **more.get("env", {})}}
        return self.run("check", *args, **more)

    def found(self, *args: str, against: str = "HEAD", **more: Any) -> list[dict[str, Any]]:
        """Return the diagnostics of a check against a version."""
        result = self(*args, "--against", against, "--format", "json", **more)
        diagnostics: list[dict[str, Any]] = json.loads(result.out)["diagnostics"]
        errors = any(each["severity"] == "error" for each in diagnostics)
        assert (result.code, result.err) == (1 if errors else 0, "")
        return diagnostics

    def codes(self, *args: str, against: str = "HEAD", **more: Any) -> list[tuple[str, str]]:
        """Return the path and the code of each diagnostic of a check against a version."""
        found = self.found(*args, against=against, **more)
        return [(each["path"], each["code"]) for each in found]
