"""Write docs/checks.md from the table of checks: what is reported, how grave it is, when it is wrong.

python scripts/checks_table.py            write docs/checks.md
python scripts/checks_table.py --check    change nothing; exit 1 where the file is out of date
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from workflow.checks import CHECKS
from workflow.checks.base import Check
from workflow.findings import Severity

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "checks.md"
HEAD = """# Checks

What step 8 looks for in the English, in the order in which findings on one sentence are listed. The table is written
from the code by `scripts/checks_table.py`. A critical finding blocks publishing. *Sure* is the share of such findings
that were right when last measured; 1 where a finding is certain.

| check | severity | what is reported | when it is wrong | sure |
| --- | --- | --- | --- | --- |
"""


def main(arguments: list[str]) -> int:
    """Write the page, or with --check report whether it is out of date."""
    text = page(CHECKS)
    if "--check" in arguments:
        current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == text
        if not current:
            print(f"{PAGE.relative_to(ROOT)}: out of date; run: python scripts/checks_table.py")
        return 0 if current else 1
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    print(f"{PAGE.relative_to(ROOT)}: {len(CHECKS)} checks")
    return 0


def page(checks: Iterable[Check]) -> str:
    """Return the page of a table of checks, and below it how many there are of each severity."""
    checks = list(checks)
    rows = "".join(row(check) for check in checks)
    counts = [(severity.label, sum(check.severity == severity for check in checks)) for severity in Severity]
    summary = ", ".join(f"{number} {label}" for label, number in reversed(counts))
    return f"{HEAD}{rows}\n{len(checks)} checks: {summary}.\n"


def row(check: Check) -> str:
    """Return the line of one check; a bar in its text is escaped."""
    cells = (f"`{check.id}`", check.severity.label, check.title, check.doubt, f"{check.confidence:g}")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
