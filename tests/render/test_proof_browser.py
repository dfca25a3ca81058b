"""The proof in headless Chromium, clicked through as its reader would; every page loads one file and nothing else."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.render.proof_edition import HOSTILE, hostile_edition, proof_edition
from workflow.edition import Edition
from workflow.findings import Severity
from workflow.render import RENDERERS
from workflow.render.brand import load_brand
from workflow.render.options import RenderOptions
from workflow.render.pieces import curly
from workflow.render.proof import doubt_ranks, notes_of
from workflow.render.view import view

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
EDITION = proof_edition()
STANDING = [finding.check for finding in EDITION.findings if finding.dismissed is None]

Open = Callable[..., Page]


class Reader:
    """Open proofs in one browser, one page for each way of looking, and keep what was fetched and complained of."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser = browser
        self.files = {"sample": folder / "sample.html", "hostile": folder / "hostile.html"}
        for name, edition in (("sample", EDITION), ("hostile", hostile_edition())):
            self.files[name].write_bytes(proof(edition))
        self.pages: dict[str, Page] = {}
        self.visits = 0
        self.fetched: list[str] = []
        self.complaints: list[str] = []

    def visit(
        self, name: str = "sample", hash_: str = "", size: dict[str, int] = DESKTOP, **more: object
    ) -> Page:
        page = self.pages.get(str((size, more))) or self._page(size, **more)
        self.pages[str((size, more))] = page
        self.visits += 1  # another query makes it a new document even where only the fragment differs
        page.goto(f"{self.files[name].as_uri()}?{self.visits}{hash_}")
        return page

    def _page(self, size: dict[str, int], **more: object) -> Page:
        page = self.browser.new_page(viewport=size, **more)  # type: ignore[arg-type] # options of the context
        page.on("request", lambda request: self.fetched.append(request.url.partition("?")[0]))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        return page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    assert program, "Chromium is missing; run: scripts/setup.sh --test"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def reader(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return Reader(browser, tmp_path_factory.mktemp("proof"))


@pytest.fixture
def visit(reader: Reader) -> Iterator[Open]:
    """Return a function that opens a proof; afterwards nothing else was fetched and nothing was complained of."""
    reader.fetched.clear()
    yield reader.visit
    own = {path.as_uri() for path in reader.files.values()}
    assert own >= set(reader.fetched) != set()
    assert reader.complaints == []


def proof(edition: Edition) -> bytes:
    return RENDERERS["html"].render(view(edition), load_brand("center"), RenderOptions())


def checks(page: Page) -> list[str]:
    """Return the checks of the findings that stand on the page, in its order."""
    found = page.eval_on_selector_all(
        "li.finding", "all => all.filter(e => e.checkVisibility()).map(e => e.dataset.check)"
    )
    return [str(check) for check in found]


def units(page: Page) -> list[str]:
    """Return the ids of the units that stand on the page, in its order."""
    script = "all => all.filter(e => e.checkVisibility()).map(e => e.id.slice(5))"
    return [str(unit) for unit in page.eval_on_selector_all("article[data-doubt]", script)]


def current(page: Page) -> str | None:
    return (
        page.locator("li.current").get_attribute("data-check") if page.locator("li.current").count() else None
    )


def unit(start: str) -> str:
    """Return the id of the unit whose Chinese begins so."""
    return next(unit.id for unit in EDITION.units if unit.source.startswith(start))


def finding(check: str) -> str:
    return next(f"finding-{finding.id}" for finding in EDITION.findings if finding.check == check)


@pytest.mark.parametrize("severity", ["critical", "error", "warning", "note"])
def test_a_severity_is_switched_off_and_on(visit: Open, severity: str) -> None:
    page = visit()
    of = {f.check: f.severity.label for f in EDITION.findings if f.dismissed is None}
    button = page.locator(f"button[data-severity={severity}]")
    assert button.locator("b").inner_text() == str(sum(label == severity for label in of.values()))
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert set(checks(page)) == {check for check, label in of.items() if label != severity}
    button.click()
    assert set(checks(page)) == set(of)


def test_a_check_is_chosen_and_nothing_may_match(visit: Open) -> None:
    page = visit()
    entries = page.locator("#check option").all_inner_texts()
    assert "The figure … stands in two forms. (1)" in entries
    page.select_option("#check", "number-style")
    assert checks(page) == ["number-style"]
    assert units(page) == [unit("2023年试点")]
    assert page.locator("#nothing").is_hidden()
    page.click("button[data-severity=error]")
    assert checks(page) == []
    assert page.locator("#nothing").inner_text().startswith("No findings match.")
    assert page.locator("#next").is_disabled()
    page.locator("#nothing button").click()
    assert len(checks(page)) == len(STANDING)
    assert units(page) == [unit.id for unit in EDITION.units]


@pytest.mark.parametrize(
    ("box", "value", "expected"),
    [
        ("#side", "source", set()),
        ("#origin", "memory", {"企业愿意改，关键是要有稳定的电价政策和清楚的验收标准。"}),
        ("#origin", "human", {"清江流域生态修复经验交流会观点摘编"}),
        ("#state", "NEEDS_WORK", {"小水电的绿色改造要算长远账。"}),
        (
            "#search",
            "spawning GROUNDS",
            {"过去三年的观测表明，枯水期下泄流量提高15%以后，下游鱼类产卵场的面积恢复了约三成。"},
        ),
        ("#search", "五万余人", set()),
        ("#search", "读不到的字", set()),
    ],
)
def test_the_text_is_narrowed(visit: Open, box: str, value: str, expected: set[str]) -> None:
    page = visit()
    if box == "#search":
        page.fill(box, value)
    else:
        page.select_option(box, value)
    sources = {unit.id: unit.source for unit in EDITION.units}
    assert {sources[shown] for shown in units(page)} == expected
    page.locator("#filters .all").click()
    assert len(units(page)) == len(EDITION.units)


def test_only_text_with_findings(visit: Open) -> None:
    page = visit()
    page.click("#only")
    assert set(units(page)) == {f.unit for f in EDITION.findings if f.unit and not f.dismissed}
    page.click("#dismissed")
    assert set(units(page)) == {f.unit for f in EDITION.findings if f.unit}


def test_the_most_doubtful_first_and_back(visit: Open) -> None:
    page = visit()
    page.click("#by-doubt")
    assert page.get_attribute("#by-doubt", "aria-pressed") == "true"
    ranks = doubt_ranks(EDITION.units, notes_of(str, view(EDITION)))
    assert units(page) == sorted(ranks, key=lambda one: ranks[one])
    assert units(page)[:3] == [unit("建议建立跨省"), unit("小水电的绿色改造"), unit("中心编制的")]
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert current(page) == "wording"
    page.click("#by-place")
    assert units(page) == [unit.id for unit in EDITION.units]


@pytest.mark.parametrize(("forward", "back"), [("n", "p"), ("j", "k"), ("#next", "#previous")])
def test_from_finding_to_finding_and_round(visit: Open, forward: str, back: str) -> None:
    page = visit()
    order = checks(page)
    move = page.click if forward.startswith("#") else page.keyboard.press
    walked = []
    for number in range(len(order)):
        move(forward)
        walked.append(current(page))
        assert page.locator("#at").inner_text() == f"{number + 1} of {len(order)}"
        assert page.evaluate("location.hash") == "#" + str(page.locator("li.current").get_attribute("id"))
    assert walked == order
    move(forward)
    assert current(page) == order[0]
    move(back)
    assert current(page) == order[-1]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_finding_and_its_sentence_are_seen_below_the_toolbar(visit: Open, size: dict[str, int]) -> None:
    page = visit(size=size)
    for _finding in STANDING:
        page.click("#next")
        bar, item, text = (
            page.locator(one).evaluate(
                "e => { const b = e.getBoundingClientRect(); return [b.top, b.bottom]; }"
            )
            for one in ("#bar", "li.current", "article:has(li.current)")
        )
        assert bar[1] <= text[0] + 1
        assert item[1] <= size["height"]


def test_the_quoted_words_are_marked(visit: Open) -> None:
    page = visit(hash_="#" + finding("term-lost"))
    assert page.locator("mark").all_inner_texts() == ["closed seasons"]
    page.goto(page.url.partition("#")[0] + "#" + finding("person-doubtful"))
    assert page.locator("mark").all_inner_texts() == ["Nguyen Van Hai"]
    assert page.locator(".target mark").count() == 1
    page.goto(page.url.partition("#")[0] + "#" + finding("length"))
    assert page.locator("mark").count() == 0


def test_going_on_from_a_finding_that_was_filtered_out(visit: Open) -> None:
    page = visit(hash_="#" + finding("length"))
    page.click("button[data-severity=warning]")
    order = checks(page)
    before = order.index("term-lost")
    page.keyboard.press("n")
    assert current(page) == order[before + 1]
    page.goto(page.url.partition("#")[0] + "#" + finding("length"))
    page.click("button[data-severity=warning]")
    page.keyboard.press("p")
    assert current(page) == "term-lost"


def test_dismissed_findings_are_shown_on_demand_with_their_reason(visit: Open) -> None:
    page = visit()
    item = page.locator(f"#{finding('name-space')}")
    assert item.is_hidden()
    assert page.locator("#dismissed b").inner_text() == "1"
    page.click("#dismissed")
    assert "dismissed by Wang: as in the source" in item.inner_text()
    page.click("#dismissed")
    assert item.is_hidden()


def test_an_address_opens_a_dismissed_finding_and_a_unit(visit: Open) -> None:
    page = visit(hash_="#" + finding("name-space"))
    assert current(page) == "name-space"
    assert page.locator("li.current").is_visible()
    page = visit(hash_="#unit-" + unit("企业愿意改"))
    assert page.evaluate("document.activeElement.id") == "unit-" + unit("企业愿意改")
    page.select_option("#origin", "human")
    page.evaluate("id => { location.hash = id; }", finding("number-style"))
    page.wait_for_function("document.querySelector('li.current')")
    assert current(page) == "number-style"
    assert page.locator("li.current").is_visible()


def test_the_list_of_findings_leads_to_them(visit: Open) -> None:
    page = visit()
    page.click("#list-target summary")
    page.click(f"#list-target a[href='#{finding('number-style')}']")
    page.wait_for_function("document.querySelector('li.current')")
    assert current(page) == "number-style"
    page.click("button[data-severity=error]")
    assert page.locator(f"#list-target li[data-for={finding('number-style')}]").is_hidden()


def test_keys_for_search_help_and_escape(visit: Open) -> None:
    page = visit()
    page.keyboard.press("f")
    page.keyboard.type("impact")
    assert checks(page) == []
    page.fill("#search", "")
    page.keyboard.type("map")
    assert current(page) is None
    page.keyboard.press("Escape")
    assert page.input_value("#search") == "map"
    page.keyboard.press("n")
    assert (current(page), page.locator("#at").inner_text()) == ("wording", "1 of 1")
    page.locator("#filters .all").click()
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()
    page.keyboard.press("n")
    assert current(page) == "wording"
    page.keyboard.press("Escape")
    assert page.locator("#help").is_hidden()
    page.click("#ask")
    page.get_by_role("button", name="Close").click()
    assert page.locator("#help").is_hidden()


def test_a_constraint_lights_its_partner_in_both_directions(visit: Open) -> None:
    page = visit()
    article = page.locator(f"#unit-{unit('五年来')}")
    for here, there in ((".target", ".source"), (".source", ".target")):
        article.locator(f"{here} .quantity").first.hover()
        assert article.locator(f"{there} .lit").count() == 1
    assert article.locator(".source .lit").inner_text() == "4.7亿元"
    assert article.locator(".target .lit").inner_text() == "RMB 470 million"
    article.locator(".target .quantity").last.focus()
    assert "5万余人" in article.locator(".source .lit").all_inner_texts()
    page.keyboard.press("Enter")
    assert (
        page.locator("#tip").inner_text() == "quantity: 5万余人 → more than 50,000\nkept · at the first try"
    )
    page.keyboard.press("Escape")
    assert page.locator("#tip").is_hidden()


def test_on_a_phone_nothing_is_cut_and_a_tap_tells(visit: Open) -> None:
    page = visit(size=PHONE, has_touch=True, is_mobile=True)
    assert page.locator("#filters").is_hidden()
    wide = (
        "[document.documentElement, document.getElementById('bar')].map(e => e.scrollWidth - e.clientWidth)"
    )
    assert page.evaluate(wide) == [0, 0]
    page.tap("#more")
    assert page.get_attribute("#more", "aria-expanded") == "true"
    assert page.evaluate("document.documentElement.clientWidth") == PHONE["width"]
    assert page.evaluate(wide) == [0, 0]
    page.tap("#more")
    assert page.locator("#filters").is_hidden()
    for start, kind in (("沿江村寨", ".term"), ("中心编制的", ".document"), ("沿江村寨", ".losses .c")):
        page.locator(f"#unit-{unit(start)} {kind}").last.tap()
        box = page.locator("#tip").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        assert 0 <= box["y"] <= PHONE["height"] - box["height"]
    assert page.locator("#tip").inner_text().startswith("term: 休渔期 → closed fishing season")
    assert "lost in the English" in page.locator("#tip").inner_text()
    page.locator("h1").tap()
    assert page.locator("#tip").is_hidden()


def test_hostile_text_is_text(visit: Open) -> None:
    page = visit("hostile")
    page.keyboard.press("n")
    assert page.evaluate("window.ran") is None
    for place, text in ((".source", HOSTILE), (".target", curly(HOSTILE)), ("li.current .now", HOSTILE)):
        assert page.locator(place).first.text_content() == text
    assert page.locator("mark").first.text_content() == curly(HOSTILE)
    assert page.locator("img, script:not(body > script:last-child)").count() == 0
    assert page.title() == f"Proof of {HOSTILE}"


def test_no_script_runs_but_the_proofs_own(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "proof.html"
    html = proof(EDITION).decode()
    injected = "<script>window.ran = 1</script><img src='data:,' onerror='window.ran = 1'></main>"
    path.write_text(html.replace("</main>", injected), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("window.ran") is None
    assert page.locator("#bar").is_visible()
    page.context.close()


def test_without_scripts_everything_is_there(visit: Open) -> None:
    page = visit(java_script_enabled=False)
    assert page.locator("#bar").is_hidden()
    assert page.locator("li.finding:visible").count() == len(EDITION.findings)
    assert page.locator("article.unit:visible").count() == len(EDITION.units) + 1


# The ratio that WCAG 2.2, 1.4.3 asks of text below 18 pt, over the first ground that is not transparent.
CONTRASTS = """() => {
  const pen = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const known = new Map();
  const rgba = colour => known.get(colour) ?? known.set(colour, read(colour)).get(colour);
  const read = colour => { pen.clearRect(0, 0, 1, 1); pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1);
                           return pen.getImageData(0, 0, 1, 1).data; };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ground = e => { while (e) { const c = rgba(getComputedStyle(e).backgroundColor); if (c[3]) return c; e = e.parentElement; } };
  const faint = [];
  for (const e of document.querySelectorAll("body *")) {
    if (!e.checkVisibility() || e.matches(":disabled") || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    const [a, b] = [light(rgba(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    if ((a + .05) / (b + .05) < 4.5) faint.push(`${e.tagName} ${e.className} ${((a + .05) / (b + .05)).toFixed(2)}`);
  }
  return [...new Set(faint)];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(visit: Open, scheme: str) -> None:
    page = visit(color_scheme=scheme, hash_="#" + finding("name-space"))
    for fold in page.locator("summary").all():
        fold.click()
    page.click("button[data-severity=error]")
    page.click("button[data-severity=error]")
    page.locator(f"#unit-{unit('五年来')} .quantity").first.click()
    assert page.evaluate(CONTRASTS) == []


def test_every_severity_has_a_button(visit: Open) -> None:
    page = visit()
    names = [page.get_by_role("button", name=severity.label).count() for severity in Severity]
    assert names == [1, 1, 1, 1]
