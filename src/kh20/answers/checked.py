"""Findings of a check, and the codes that explain them: check, explain."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple, Self

from kh20.agencies.register import Register
from kh20.findings import Finding, Severity
from kh20.findings.code import Code
from kh20.text.i18n import _, ngettext
from kh20.text.quoting import printable

SCHEMA = "kh20/diagnostics/1"


class Checked(NamedTuple):
    """The findings in file order, and all files that were checked, also those without any."""

    findings: Sequence[Finding]
    files: Sequence[str] = ()
    names: Mapping[str, str] = MappingProxyType({})
    """What the reports for a forge call a file: its path from the top of the repository."""
    verbose: bool = False
    """Whether a person wants to read of each file in which nothing was found."""
    registers: Sequence[Register] = ()
    """The registers that the plans name."""

    @property
    def document(self) -> Mapping[str, Any]:
        """The whole as JSON gives it: the diagnostics, and how many weigh how much."""
        return {
            "schema": SCHEMA,
            "registers": [
                {"name": register.name, "version": register.version} for register in self.registers
            ],
            "diagnostics": [_record(finding) for finding in self.findings],
            "errors": _count(self.findings, Severity.ERROR),
            "warnings": _count(self.findings, Severity.WARNING),
            "notices": _count(self.findings, Severity.NOTICE),
        }

    @property
    def tally(self) -> str:
        """What was found: in each file with findings where there are several, and in all.

        The registers that were looked into stand behind it, with their versions.
        """
        if not self.registers:
            return self._found
        looked = ngettext("Register: {registers}.", "Registers: {registers}.", len(self.registers))
        titles = ", ".join(printable(register.title) for register in self.registers)
        return f"{self._found} {looked.format(registers=titles)}"

    @property
    def _found(self) -> str:
        found = _counts(self.findings)
        if len(self.files) != 1:
            each = ((path, self.of(path)) for path in self.files)
            lines = [_file_line(path, own) for path, own in each if own or self.verbose]
            total = _("{found} in {count} files. “kh20 explain CODE” tells more.")
            if not self.findings:
                total = _("No findings in {count} files.")
            return "\n".join([*lines, total.format(found=found, count=len(self.files))])
        file = _("standard input") if self.files[0] == "-" else printable(self.files[0])
        total = _("{found} in {file}. “kh20 explain CODE” tells more.")
        if not self.findings:
            total = _("No findings in {file}.")
        return total.format(found=found, file=file)

    @property
    def reported(self) -> Self:
        """The same with the names that the reports for a forge have for the files."""
        called = self.names.get
        findings = [each._replace(path=called(each.path, each.path)) for each in self.findings]
        return self._replace(findings=findings, files=[called(path, path) for path in self.files])

    def of(self, path: str) -> list[Finding]:
        """Return the findings on one file."""
        return [finding for finding in self.findings if finding.path == path]


class Explained(NamedTuple):
    """All codes as an index, or ``one`` of them with its rule and its examples."""

    codes: Sequence[Code]
    one: Code | None = None


def _file_line(path: str, findings: Sequence[Finding]) -> str:
    return f"{printable(path)}: {_counts(findings) if findings else _('no findings')}"


def _counts(findings: Sequence[Finding]) -> str:
    errors, warnings, notices = (_count(findings, severity) for severity in Severity)
    said = [
        ngettext("{count} error", "{count} errors", errors).format(count=errors),
        ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
    ]
    if notices:
        said.append(ngettext("{count} notice", "{count} notices", notices).format(count=notices))
    return ", ".join(said)


def _count(findings: Sequence[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)


def _record(finding: Finding) -> dict[str, Any]:
    region = finding.region
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "path": finding.path,
        "line": region.line,
        "column": region.column,
        "end_line": region.end_line,
        "end_column": region.end_column,
        "task": finding.task,
        "related": [
            {
                "message": reference.note,
                "line": reference.region.line,
                "column": reference.region.column,
            }
            for reference in finding.references
        ],
    }
