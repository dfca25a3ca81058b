import base64
import re
from dataclasses import replace
from hashlib import sha256

import pytest

from tests.render.proof_edition import HOSTILE, hostile_edition, proof_edition
from tests.render.sample_edition import edition_of
from workflow.edition import Edition
from workflow.findings import Dismissal, Finding, Severity
from workflow.i18n import catalogue
from workflow.render import RENDERERS
from workflow.render.brand import load_brand
from workflow.render.options import RenderOptions
from workflow.render.proof import doubt_ranks, notes_of
from workflow.render.proofwords import place_name, told
from workflow.render.view import view
from workflow.units import Constraint, Unit

LARGEST = 600_000  # bytes of one bulletin's proof


def proof(edition: Edition, options: RenderOptions | None = None) -> str:
    return RENDERERS["html"].render(view(edition), load_brand("center"), options or RenderOptions()).decode()


PROOF = proof(proof_edition())


def test_it_is_one_file_that_loads_nothing() -> None:
    assert (
        re.findall(r"(?:src|srcset|action|data|poster)\s*=|@import|url\(|<(?:link|base|iframe|object)", PROOF)
        == []
    )
    assert (
        re.findall(r"fetch\(|XMLHttpRequest|import\(|sendBeacon|WebSocket|https?://(?!qingjiang)", PROOF)
        == []
    )
    assert {link[:1] for link in re.findall(r'href="([^"]*)"', PROOF)} == {"#"}


@pytest.mark.parametrize("tag", ["style", "script"])
def test_style_and_script_run_by_their_digests_alone(tag: str) -> None:
    policy = re.search(r'Security-Policy" content="([^"]*)"', PROOF)
    inside = re.search(f"<{tag}>(.*?)</{tag}>", PROOF, re.DOTALL)
    assert policy
    assert inside
    digest = base64.b64encode(sha256(inside[1].encode()).digest()).decode()
    assert f"{tag}-src &#39;sha256-{digest}&#39;;" in policy[1].replace("&#43;", "+")
    assert "unsafe" not in policy[1]
    assert PROOF.count(f"<{tag}") == 1
    assert re.findall(r"<[^>]*\s(?:style|on\w+)=", PROOF.replace(inside[0], "")) == []


def test_every_address_in_the_file_leads_somewhere_and_no_id_stands_twice() -> None:
    ids = re.findall(r'\sid="([^"]*)"', PROOF)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:href="#|data-for="|aria-controls="|aria-labelledby=")([^"]*)"', PROOF)) <= set(
        ids
    )


def test_every_unit_and_finding_stands_once() -> None:
    edition = proof_edition()
    assert re.findall(r'id="unit-(\w+)"', PROOF) == [unit.id for unit in edition.units]
    assert sorted(re.findall(r'id="finding-(\w+)"', PROOF)) == sorted(
        finding.id for finding in edition.findings
    )


def test_equal_findings_have_addresses_of_their_own() -> None:
    edition = edition_of([("0/0", "水。", "Water.")])
    finding = Finding("loop", Severity.ERROR, "Said twice.", edition.units[0].id)
    notes = notes_of(str, view(replace(edition, findings=(finding, finding))))
    assert [note.anchor for note in notes] == [f"finding-{finding.id}", f"finding-{finding.id}-2"]


@pytest.mark.parametrize(
    "html",
    [
        'title="person: 阮文海 → Nguyen Van Hai\nkept · at the first try · doubtful, to be confirmed">Nguyen Van Hai</span>',
        'title="term: 休渔期 → closed fishing season / closed fishing seasons\nlost in the English">休渔期</span>',
        'title="date: 2025年3月 → March 2025\nkept · at the first try">March 2025</span>',
        '<b lang="zh-Hans">休渔期</b> → <span lang="en-US">closed fishing season / closed fishing seasons</span>',
        '<span class="from o-human">a human (Li)</span>',
        '<span class="state s60">reviewed</span>',
        '<span class="from o-memory">translation memory 97%</span>',
        '<span class="from o-engine">model house</span>',
        "62% sure",
        '<q class="was" lang="en-US">dispatch orders</q> → <q class="now" lang="en-US">dispatching orders</q>',
        "a guess, 70% sure",
        "dismissed by Wang: as in the source",
        "Ecological flow is no fixed number but a set of rules.</span> <small>translation memory 78%",
        "Critical findings that stand: 2. Mend or dismiss them before publishing.",
        "<td>Markdown mark</td>",
        "engine:house|glossary:3f2a|v:0.1.0",
    ],
)
def test_what_the_producer_sees(html: str) -> None:
    assert html in PROOF


def test_the_filter_names_checks_by_their_titles() -> None:
    html = proof(
        proof_edition(),
        RenderOptions(check_titles={"length": "The English is far shorter or longer than usual"}),
    )
    entries = dict(re.findall(r'<option value="([^"]*)">([^<]*)<', html))
    assert entries["length"] == "The English is far shorter or longer than usual (1)"
    assert entries["term-lost"] == "The term … should read …. (1)"
    assert entries["name-space"] == "A space was taken out of the name …. (0)"
    assert entries["memory"] == "translation memory (1)"


def unit(name: str, confidence: float | None) -> Unit:
    return Unit(name, "title", "水", "Water", confidence=confidence)


@pytest.mark.parametrize(
    ("units", "findings", "order"),
    [
        ([unit("a", None), unit("b", 0.4), unit("c", 0.9)], [], "bca"),
        ([unit("a", 0.4), unit("b", 0.4)], [Finding("x", Severity.NOTE, "", "b")], "ba"),
        (
            [unit("a", 0.4), unit("b", 0.4)],
            [Finding("x", Severity.NOTE, "", "a"), Finding("x", Severity.ERROR, "", "b")],
            "ba",
        ),
        (
            [unit("a", 0.4), unit("b", 0.4)],
            [Finding("x", Severity.ERROR, "", "b", dismissed=Dismissal("W", ""))],
            "ab",
        ),
        ([unit("a", 1.0), unit("b", None)], [], "ab"),
        ([unit("a", None), unit("b", 0.99)], [Finding("x", Severity.CRITICAL, "", "a")], "ba"),
    ],
    ids=["confidence", "finding", "severity", "dismissed", "certain", "confidence-before-severity"],
)
def test_from_most_to_least_doubtful(units: list[Unit], findings: list[Finding], order: str) -> None:
    shown = view(replace(edition_of([("0/0", "水", "Water")]), units=tuple(units), findings=tuple(findings)))
    ranks = doubt_ranks(units, notes_of(str, shown))
    assert "".join(sorted(ranks, key=lambda one: ranks[one])) == order


@pytest.mark.parametrize(
    ("constraint", "text"),
    [
        (
            Constraint(0, 2, "河长", ("river chief", "river chiefs"), "term", kept=True, way="named"),
            "term: 河长 → river chief / river chiefs\nkept · by asking again with its name",
        ),
        (
            Constraint(
                0, 2, "三成", ("30 percent", "30%", "thirty percent", "three tenths"), "quantity", way="lost"
            ),
            "quantity: 三成 → 30 percent / 30% / thirty percent / …\nlost in the English",
        ),
        (Constraint(0, 2, "周军", ("Zhou Jun",), "person", kept=True), "person: 周军 → Zhou Jun\nkept"),
    ],
    ids=["named", "lost", "no-way"],
)
def test_what_is_told_of_a_constraint(constraint: Constraint, text: str) -> None:
    assert told(str, constraint) == text


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
    html = proof(hostile_edition(), RenderOptions(signature=HOSTILE))
    assert "<script>window" not in html
    assert "<img" not in html
    assert html.count("&lt;/style&gt;&lt;/script&gt;&lt;script&gt;window.ran = 1") >= 10
    assert html.count("{{ 7 * 7 }}") >= 10
    assert html.count("</style>") == html.count("</script>") == 1


def test_a_long_bulletin_stays_small() -> None:
    edition = proof_edition()
    units = tuple(replace(u, id=f"{n:04}{u.id[4:]}") for n in range(4) for u in edition.units)
    assert len(proof(replace(edition, units=units)).encode()) < LARGEST


def test_the_same_view_gives_the_same_bytes() -> None:
    assert proof(proof_edition()) == PROOF


def test_the_page_speaks_the_readers_language() -> None:
    html = proof(proof_edition(), RenderOptions(lang="zh"))
    assert '<html lang="zh-Hans">' in html
    assert "严重" in html
