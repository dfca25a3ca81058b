"use strict";
// The proof's toolbar, keys and notes. Without it everything is there to read; text is only ever set as text.
(() => {
  const byId = id => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const pressed = button => button.getAttribute("aria-pressed") === "true";
  const press = (button, on) => button.setAttribute("aria-pressed", String(on));

  const bar = byId("bar"), search = byId("search"), help = byId("help"), tip = byId("tip");
  const selects = ["check", "side", "origin", "state"].map(byId);
  const [check, side, origin, state] = selects;
  const severities = all("[data-severity]", bar);
  const units = all("article.unit"), findings = all("li.finding"), groups = all("section.group");
  const homes = new Map(units.map(unit => [unit, unit.parentNode]));
  const findingsOf = new Map(units.map(unit => [unit, all("li.finding", unit)]));
  const words = new Map(units.map(unit => [unit, `${unit.id} ${all(".source, .target, .what, .was, .now", unit)
    .map(part => part.textContent).join(" ")}`.toLowerCase()]));
  let current = null;

  // --- filters and order ---

  const chosen = (select, value) => select.value === "*" || select.value === value;
  const unitOf = finding => finding.closest("article");
  const shown = () => all("li.finding").filter(finding => !finding.hidden && !unitOf(finding).hidden);

  function apply() {
    const grave = new Set(severities.filter(pressed).map(button => button.dataset.severity));
    for (const finding of findings) {
      const {severity, dismissed} = finding.dataset;
      finding.hidden = !(grave.has(severity) && chosen(check, finding.dataset.check)
        && chosen(side, finding.dataset.side) && (dismissed === undefined || pressed(byId("dismissed"))));
    }
    const noted = pressed(byId("only")) || check.value !== "*" || side.value !== "*";
    const sought = search.value.trim().toLowerCase();
    for (const unit of units) {
      const first = findingsOf.get(unit).find(finding => !finding.hidden);
      const whole = unit.dataset.origin === undefined;
      unit.hidden = (noted || whole) && !first || !words.get(unit).includes(sought)
        || !(whole ? origin.value === "*" && state.value === "*"
          : chosen(origin, unit.dataset.origin) && chosen(state, unit.dataset.state));
      if (first) unit.dataset.grave = first.dataset.severity;
      else delete unit.dataset.grave;
    }
    for (const group of groups) group.hidden = !all("article.unit", group).some(unit => !unit.hidden);
    for (const entry of all("[data-for]")) {
      const finding = byId(entry.dataset.for);
      entry.hidden = finding.hidden || unitOf(finding).hidden;
    }
    count();
  }

  function count() {
    const list = shown(), at = list.indexOf(current) + 1;
    byId("at").textContent = byId("at").dataset.some.replace("{at}", at || "–").replace("{count}", list.length);
    byId("nothing").hidden = list.length > 0 || findings.length === 0 && units.some(unit => !unit.hidden);
    for (const id of ["previous", "next"]) byId(id).disabled = list.length === 0;
  }

  function order(byDoubt) {
    press(byId("by-doubt"), byDoubt);
    press(byId("by-place"), !byDoubt);
    const rated = units.filter(unit => unit.dataset.doubt !== undefined);
    if (byDoubt) rated.sort((a, b) => a.dataset.doubt - b.dataset.doubt);
    for (const unit of rated) (byDoubt ? byId("doubtful") : homes.get(unit)).append(unit);
    apply();
  }

  function showAll() {
    for (const button of severities) press(button, true);
    for (const select of selects) select.value = "*";
    press(byId("only"), false);
    search.value = "";
    apply();
  }

  // --- going from finding to finding ---

  function unmark() {
    for (const mark of all("mark")) mark.replaceWith(...mark.childNodes);
  }

  // Print form has curly quotes and en dashes where a check saw straight ones and hyphens; each is one character.
  const straight = text => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/–/g, "-");

  function placeOf(quote, text) {
    const safe = straight(quote).replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
    const alone = new RegExp(`(?<![\\p{L}\\p{N}])${safe}(?![\\p{L}\\p{N}])`, "u").exec(straight(text));
    return alone ? alone.index : straight(text).indexOf(straight(quote));
  }

  function mark(finding) {
    unmark();
    const {quote, side: on} = finding.dataset;
    const texts = ["source", "target"].map(name => unitOf(finding).querySelector(`.${name}`)).filter(Boolean);
    if (on === "target") texts.reverse();
    const text = quote && texts.find(each => placeOf(quote, each.textContent) >= 0);
    if (!text) return;
    const start = placeOf(quote, text.textContent), end = start + quote.length;
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT), nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    let at = 0;
    for (const node of nodes) {
      const {length} = node, from = Math.max(start - at, 0), to = Math.min(end - at, length);
      at += length;
      if (from >= to) continue;
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, to);
      range.surroundContents(document.createElement("mark"));
    }
  }

  function go(finding) {
    current?.classList.remove("current");
    current = finding;
    finding.classList.add("current");
    mark(finding);
    reach(unitOf(finding), finding);
    count();
  }

  function reach(unit, inside) {
    unit.scrollIntoView({block: "start"});
    inside.scrollIntoView({block: "nearest"});
    inside.focus({preventScroll: true});
    history.replaceState(null, "", `#${inside.id}`);
  }

  function step(by) {
    const list = shown();
    if (!list.length) return;
    let at = list.indexOf(current);
    if (at < 0 && current) { // filtered out since: go on from its place
      at = list.filter(each => current.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING).length;
      at -= by > 0 ? 1 : 0;
    } else if (at < 0) at = by > 0 ? -1 : 0;
    go(list[(at + by + list.length) % list.length]);
  }

  function follow() {
    const target = byId(location.hash.slice(1));
    const finding = target?.matches("li.finding");
    if (!finding && !target?.matches("article.unit")) return;
    if (finding && target.dataset.dismissed !== undefined) press(byId("dismissed"), true);
    apply();
    if (target.hidden || target.closest("article").hidden) showAll();
    if (finding) go(target);
    else reach(target, target);
  }

  // --- constraints: the partner in the other language, and what is known of it ---

  const partners = span => all(`[data-c="${span.dataset.c}"]`, span.closest("article"));
  const light = (span, on) => partners(span).forEach(each => each.classList.toggle("lit", on));

  function hush() {
    tip.hidden = true;
    for (const span of all(".told")) span.classList.remove("told");
  }

  function tell(span) {
    hush();
    tip.replaceChildren(...span.title.split("\n").map(line => {
      const part = document.createElement("span");
      part.textContent = line;
      return part;
    }));
    tip.hidden = false;
    for (const each of partners(span)) each.classList.add("told");
    const box = span.getClientRects()[0], room = document.documentElement.clientWidth - tip.offsetWidth - 8;
    const below = box.bottom + 8 + tip.offsetHeight < innerHeight;
    tip.style.left = `${scrollX + Math.max(8, Math.min(box.left, room))}px`;
    tip.style.top = `${scrollY + (below ? box.bottom + 8 : box.top - tip.offsetHeight - 8)}px`;
  }

  for (const span of all("[data-c]")) {
    if (span.tagName === "SPAN") span.setAttribute("role", "button");
    span.tabIndex = 0;
    span.addEventListener("pointerenter", () => light(span, true));
    span.addEventListener("pointerleave", () => light(span, false));
    span.addEventListener("focus", () => light(span, true));
    span.addEventListener("blur", () => light(span, false));
  }

  // --- wiring ---

  document.addEventListener("click", event => {
    const span = event.target.closest("[data-c]"), button = event.target.closest("#bar button[aria-pressed]");
    if (span) tell(span);
    else hush();
    if (!button) return;
    if (button.id.startsWith("by-")) return order(button.id === "by-doubt");
    press(button, !pressed(button));
    apply();
  });
  bar.addEventListener("submit", event => event.preventDefault());
  search.addEventListener("input", apply);
  for (const select of selects) select.addEventListener("change", apply);
  for (const button of all(".all", bar)) button.addEventListener("click", showAll);
  byId("next").addEventListener("click", () => step(1));
  byId("previous").addEventListener("click", () => step(-1));
  byId("ask").addEventListener("click", () => help.showModal());
  byId("close").addEventListener("click", () => help.close());
  byId("more").addEventListener("click", () => unfold(byId("filters").hidden));

  function unfold(open) {
    byId("filters").hidden = !open;
    byId("more").setAttribute("aria-expanded", String(open));
  }

  const KEYS = {n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1),
    f: () => search.focus(), "?": () => help.showModal()};
  document.addEventListener("keydown", event => {
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Escape") {
      hush();
      if (!typing) return;
      event.preventDefault(); // a browser would empty the box
      event.target.blur();
    } else if (["Enter", " "].includes(event.key) && event.target.matches("[data-c]")) {
      event.preventDefault();
      tell(event.target);
    } else if (!typing && !help.open && !event.ctrlKey && !event.metaKey && !event.altKey && KEYS[event.key]) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });
  addEventListener("hashchange", follow);
  new ResizeObserver(() => document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`)).observe(bar);
  bar.hidden = false;
  unfold(matchMedia("(min-width: 60rem)").matches);
  apply();
  follow();
})();
