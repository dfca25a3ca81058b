"""No last page with next to nothing on it, no hole before it: lines are pulled in, or go with contact and about."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.render.page_tools import MM, SHEETS, Printed, printed
from tests.render.sample_edition import edition_of, sample_edition
from workflow.edition import Edition
from workflow.render import fitting


def one_line_each(count: int) -> Edition:
    return edition_of([(f"{n}/0", "水。", f"Water {n}.") for n in range(count)])


@pytest.mark.parametrize(("count", "before", "after"), [(30, 2, 1), (33, 2, 2)])
def test_a_last_page_of_a_few_lines_is_pulled_in(
    count: int, before: int, after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = one_line_each(count)
    fits = fitting.FITS
    monkeypatch.setattr(fitting, "FITS", ())
    left = printed(edition, tmp_path, layout="english")
    assert left.pages == before
    assert len(left.body(before)) == count - 29
    monkeypatch.setattr(fitting, "FITS", fits)
    shown = printed(edition, tmp_path, layout="english")
    assert shown.pages == after
    assert max(line.baseline for line in shown.body(1)) < SHEETS["a4"][1] - 17 * MM


def closing(count: int) -> Edition:
    """Return paragraphs of a line each before the contact and about blocks of the sample."""
    sample = sample_edition()
    lines = one_line_each(count)
    kept = tuple(u for u in sample.units if u.slot.startswith(("masthead", "contact", "about")))
    return replace(
        sample,
        bulletin=replace(sample.bulletin, title=None, sections=lines.bulletin.sections),
        units=(*kept, *lines.units),
        findings=(),
    )


def of_text(shown: Printed, page: int) -> list[str]:
    return [
        line.text for line in shown.lines if line.page == page and line.text.startswith(("水。", "Water "))
    ]


def lines_of(shown: Printed, page: int) -> list[str]:
    return [line.text for line in shown.lines if line.page == page]


def filled(shown: Printed, page: int) -> float:
    """Return how far down a page its lines go above the folio, as a share of what they may take."""
    foot = SHEETS["a4"][1] - 21 * MM
    return max(line.baseline for line in shown.lines if line.page == page and line.baseline <= foot) / foot


@pytest.mark.parametrize(
    ("layout", "brand", "count"),
    [
        ("facing", "center", 16),
        ("stacked", "center", 8),
        ("english", "plain", 19),
        ("english", "center", 19),
    ],
)
def test_about_goes_over_where_contact_fits(layout: str, brand: str, count: int, tmp_path: Path) -> None:
    shown = printed(closing(count), tmp_path, brand, layout=layout)
    assert shown.pages == 2
    assert {"联系我们", "Contact Us"} & set(lines_of(shown, 1))
    assert not of_text(shown, 2)
    assert filled(shown, 1) > 0.8
    assert len({line.baseline for line in shown.lines if line.page == 2}) >= 4


@pytest.mark.parametrize(
    ("layout", "brand", "count"),
    [
        ("facing", "center", 25),
        ("stacked", "center", 14),
        ("english", "plain", 22),
        ("chinese", "center", 25),
    ],
)
def test_lines_go_with_contact_and_leave_no_hole(layout: str, brand: str, count: int, tmp_path: Path) -> None:
    shown = printed(closing(count), tmp_path, brand, layout=layout)
    assert shown.pages == 2
    assert {"联系我们", "Contact Us"} & set(lines_of(shown, 2))
    assert of_text(shown, 2)
    assert filled(shown, 1) > 0.8


def test_the_last_lines_go_over_where_contact_would_stand_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the rule contact stands alone; with it the page before gives lines, and its folio stays where it was."""
    edition = next(
        one for one in map(closing, range(26, 10, -1)) if _alone(one, tmp_path, monkeypatch) is not None
    )
    before = _alone(edition, tmp_path, monkeypatch)
    assert before is not None
    shown = printed(edition, tmp_path, layout="english")
    assert shown.pages == before.pages == 2
    assert 2 <= len(of_text(shown, 2)) <= 5
    folios = [
        next(line.baseline for line in one.lines if line.text.startswith("Page 1 of"))
        for one in (before, shown)
    ]
    assert folios[0] == folios[1]


def _alone(edition: Edition, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Printed | None:
    """Return an edition laid out once, where its last page is contact and about alone."""
    with monkeypatch.context() as patch:
        patch.setattr(
            "workflow.render.pdf.fitted", lambda lay, long: lay(fitting.css_of(fitting.Fit()), long)
        )
        shown = printed(edition, folder, layout="english")
    return shown if shown.pages == 2 and not of_text(shown, 2) else None


@pytest.mark.parametrize("count", [30, 40, 41, 49, 60])
def test_a_wrong_guess_at_the_length_changes_nothing(count: int) -> None:
    from weasyprint import HTML

    def lay(css: str, contents: bool) -> fitting.Laid:
        html = f"<main>{'<p>Contents</p>' * contents}{'<p>水。</p>' * count}</main>"
        page = "<style>@page { size: 200pt 300pt; margin: 50pt } body, p { margin: 0; line-height: 19pt }</style>"
        return fitting.Laid(HTML(string=page + html).render(), html, css)

    short, long = fitting.fitted(lay, long=False), fitting.fitted(lay, long=True)
    assert short.html == long.html
    assert ("Contents" in short.html) == (count > 40)


def test_pulling_in_keeps_within_its_bounds() -> None:
    assert all(0.97 <= fit.tight < 1 and 0 <= fit.foot <= 4 * 96 / 25.4 for fit in fitting.FITS)
