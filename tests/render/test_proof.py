import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.render.sample_edition import edition_of, sample_edition
from workflow.edition import Edition
from workflow.findings import Finding, Severity
from workflow.i18n import catalogue
from workflow.render import RENDERERS
from workflow.render.brand import load_brand
from workflow.render.options import RenderOptions
from workflow.render.proof import place_name
from workflow.render.view import view


def proof(edition: Edition, options: RenderOptions | None = None) -> str:
    return RENDERERS["html"].render(view(edition), load_brand("center"), options or RenderOptions()).decode()


PROOF = proof(sample_edition())


def test_it_is_one_file_that_loads_nothing() -> None:
    assert re.findall(r"""(?:src|action)\s*=|@import|url\(|<link""", PROOF) == []
    assert {link[:3] for link in re.findall(r'href="([^"]*)"', PROOF)} == {"#te", "#u-"}
    assert "default-src 'none'" in PROOF


def test_findings_stand_gravest_first_with_links_to_their_units() -> None:
    head = PROOF.split('id="text"')[0]
    assert re.findall(r'class="finding (\w+)', head) == [
        "critical",
        "critical",
        "error",
        "warning",
        "warning",
        "note",
    ]
    links = re.findall(r'href="#(u-\w+)"', head)
    assert len(links) == 5
    assert all(f'id="{link}"' in PROOF for link in links)
    assert "The term 休渔期 should read closed fishing season." in head
    assert "dismissed by Wang: as in the source" in head


@pytest.mark.parametrize(
    "html",
    [
        '<mark class="person doubtful" title="person: 阮文海 → Nguyen Van Hai">Nguyen Van Hai</mark>',
        '<mark class="term lost" title="term: 休渔期 → closed fishing season / closed fishing seasons">休渔期</mark>',
        '<mark class="date" title="date: 2025年3月 → March 2025">March 2025</mark>',
        '<b lang="zh-Hans">休渔期</b> → closed fishing season / closed fishing seasons',
        '<span class="state s60">reviewed</span> <span>title</span> <span>from a human (Li)</span>',
        "from model house, -0.31",
        "confidence 62%",
        "Ecological flow is no fixed number but a set of rules.",
        "<td>Markdown mark</td>",
        "engine:house|glossary:3f2a|v:0.1.0",
    ],
)
def test_what_the_producer_sees(html: str) -> None:
    assert html in PROOF


def test_every_unit_stands_once() -> None:
    ids = re.findall(r'<article class="unit[^"]*" id="u-(\w+)"', PROOF)
    assert ids == [unit.id for unit in sample_edition().units]


@pytest.mark.parametrize(
    ("slot", "words"),
    [
        ("title", "title"),
        ("sections/2/heading", "section 3, heading"),
        ("sections/0/speaker/office", "section 1, office"),
        ("sections/2/paragraphs/0/1", "section 3, paragraph 1, sentence 2"),
        ("about/1", "about, sentence 2"),
        ("contact/emails/1", "contact, Email"),
        ("something/else", "something/else"),
    ],
)
def test_places_in_words(slot: str, words: str) -> None:
    assert place_name(catalogue("en").gettext, slot) == words


def test_text_stays_text() -> None:
    nasty = "</style><script>alert(1)</script>{{ 7 * 7 }}"
    edition = edition_of([("0/0", nasty, nasty)])
    finding = Finding(
        "x", Severity.NOTE, "About {what}.", edition.units[0].id, args=(("what", nasty),), quote=nasty
    )
    html = proof(replace(edition, findings=(finding,)), RenderOptions(signature=nasty))
    assert "<script>alert" not in html
    assert html.count("&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;{{ 7 * 7 }}") >= 5
    assert html.count("<script>") == 1


def test_the_same_view_gives_the_same_bytes() -> None:
    assert proof(sample_edition()) == PROOF


def browse(path: Path, profile: Path) -> str:
    """Return the document as Chromium holds it once the page's script has run."""
    flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--dump-dom"]
    command = ["chromium", *flags, path.as_uri()]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


def test_a_browser_opens_it_and_filters(tmp_path: Path) -> None:
    page = PROOF.replace("apply();\n</script>", "form.elements.only.checked = true;\napply();\n</script>")
    page = page.replace('value="note" checked', 'value="note"').replace(
        'value="warning" checked', 'value="warning"'
    )
    path = tmp_path / "proof.html"
    path.write_text(page, encoding="utf-8")
    dom = browse(path, tmp_path / "profile")
    findings = re.findall(r'<li class="finding (\w+)[^>]*?(hidden="")?>', dom)
    assert {name for name, hidden in findings if hidden} == {"warning", "note"}
    shown = re.findall(r'<article class="unit noted" id="u-(\w+)"(?![^>]*hidden)', dom)
    grave = {f.unit for f in sample_edition().findings if f.severity >= Severity.ERROR}
    assert set(shown) == grave
    assert len(re.findall(r"<article[^>]*hidden", dom)) == len(sample_edition().units) - len(grave)
