"""Git repositories made for a test, with nothing of the user's configuration in them."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

GIT_ENV: Mapping[str, str] = {
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Văn phòng",
    "GIT_AUTHOR_EMAIL": "van-phong@example.org",
    "GIT_AUTHOR_DATE": "2024-04-01T08:00:00+07:00",
    "GIT_COMMITTER_NAME": "Văn phòng",
    "GIT_COMMITTER_EMAIL": "van-phong@example.org",
    "GIT_COMMITTER_DATE": "2024-04-01T08:00:00+07:00",
    "GIT_TERMINAL_PROMPT": "0",
}


class Repository:
    """A repository in a folder, on the branch ``main``."""

    def __init__(
        self, folder: Path, *, bare: bool = False, env: Mapping[str, str] | None = None
    ) -> None:
        self.folder = folder
        self.env = env
        folder.mkdir(parents=True, exist_ok=True)
        options = ["--bare"] if bare else []
        self.git("init", "--quiet", "--initial-branch=main", *options, ".")

    def git(self, *arguments: str) -> str:
        """Run git in the repository and return what it prints."""
        return git(*arguments, cwd=self.folder, env=self.env)

    def attempt(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Run git in the repository, where it may fail."""
        return _run(*arguments, cwd=self.folder, env=self.env)

    def write(self, name: str, text: str) -> Path:
        """Write a file, its folders as well."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def commit(self, name: str, text: str) -> str:
        """Commit a file with this text and return the commit."""
        self.write(name, text)
        return self.record()

    def record(self) -> str:
        """Commit all that has changed and return the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Sửa")
        return self.git("rev-parse", "HEAD").strip()


def git(*arguments: str, cwd: Path, env: Mapping[str, str] | None = None) -> str:
    """Run git in a folder and return what it prints; ``env`` is added to its environment."""
    done = _run(*arguments, cwd=cwd, env=env)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def _run(
    *arguments: str, cwd: Path, env: Mapping[str, str] | None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["git", "-c", "protocol.file.allow=always", *arguments],
        cwd=cwd,
        env={"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(cwd), **GIT_ENV, **(env or {})},
        capture_output=True,
        check=False,
    )
