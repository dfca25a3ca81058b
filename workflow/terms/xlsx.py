"""Terms as a workbook: one sheet, the glossary's columns, every cell a text."""

import io
import warnings
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from workflow.constrain.entries import COLUMNS, KINDS, STATUSES, Entry
from workflow.constrain.sheets import Cells, Fault, Table
from workflow.errors import InputError
from workflow.i18n import _

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

WIDTHS = {"zh": 32, "en": 56, "en_short": 14, "kind": 13, "status": 11, "avoid": 32, "note": 40}
TEXT = "@"  # the number format by which a spreadsheet leaves a cell as it was typed: =, +, - and @ begin no formula
CHOICES = {"kind": KINDS, "status": STATUSES}
LAST_ROW = 1_048_576
# A workbook says when it was made; a fixed day keeps the same terms the same.
MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def dump(entries: Iterable[Entry]) -> bytes:
    """Return entries as a workbook: header frozen, filter on, drop-down lists for kind and status."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    book.properties.created = MADE
    sheet = book.active
    sheet.title = "glossary"
    last = 1
    for last, cells in enumerate((COLUMNS, *(entry.cells for entry in entries)), 1):
        for number, text in enumerate(cells, 1):
            cell = sheet.cell(last, number)
            cell.number_format = TEXT
            if text:
                cell.value = text
                cell.data_type = "s"
    for number, name in enumerate(COLUMNS, 1):
        letter = get_column_letter(number)
        sheet.cell(1, number).font = Font(bold=True)
        sheet.column_dimensions[letter].width = WIDTHS[name]
        sheet.column_dimensions[letter].number_format = TEXT
        if name in CHOICES:
            listed = DataValidation("list", formula1=f'"{",".join(sorted(CHOICES[name]))}"', allow_blank=True)
            listed.showErrorMessage = True
            listed.add(f"{letter}2:{letter}{LAST_ROW}")
            sheet.add_data_validation(listed)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{last}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def table(path: Path) -> Table:
    """Return the rows of the first sheet that has the columns zh and en; of a formula, the value last shown.

    Raises InputError for a file that is no workbook.
    """
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings(action="ignore"):  # of looks and extensions that are of no concern here
            book = load_workbook(io.BytesIO(path.read_bytes()), read_only=True, data_only=True)
            sheets = [_values(sheet) for sheet in book.worksheets]
    except (OSError, BadZipFile, KeyError, ValueError, TypeError, SyntaxError, AttributeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(
            _("'{path}' cannot be read as a workbook ({reason}); save it as .xlsx anew.").format(
                path=path, reason=reason
            )
        ) from error
    for values in sheets:
        names = tuple(name.strip() for name in values[0]) if values else ()
        if {"zh", "en"} <= set(names):
            return Table(names, tuple(_rows(names, values[1:])))
    reason = _("no sheet has the columns zh and en")
    mend = _("put the names of the columns in the first line")
    return Table((), (), (Fault(path, 1, reason, mend),))


def _values(sheet: "ReadOnlyWorksheet") -> list[tuple[str, ...]]:
    sheet.reset_dimensions()  # some programs write a size that is not the sheet's
    return [tuple(map(_text, row)) for row in sheet.values]


def _rows(names: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterable[tuple[int, Cells]]:
    for line, values in enumerate(rows, 2):
        cells = dict.fromkeys(names, "") | dict(zip(names, values, strict=False))
        if any(cells.values()):
            yield line, cells


def _text(value: object) -> str:
    """Return a cell as the text that its editor sees; a whole number has no point."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.date().isoformat() if isinstance(value, datetime) else str(value)
