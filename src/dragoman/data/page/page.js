"use strict";
// Sorting, filtering, and the way from a claim to its words and back. Without it the page still shows everything.
(() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const table = $("#claims");
  const claims = $$(".claim");
  const rows = new Map($$("[data-key]").map((row) => [row.dataset.key, row]));
  const reports = $$(".report");
  const search = $("#search");
  const filters = $$("[data-filter]");
  const narrow = matchMedia("(max-width: 1099px)");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  // Which words and sentences belong to which claim.
  const words = new Map();
  const add = (key, entry) => (words.get(key) ?? words.set(key, []).get(key)).push(entry);
  for (const element of $$(".reader [data-m]")) {
    for (const mark of element.dataset.m.split(" ").filter(Boolean)) {
      const [key, role] = mark.split(":");
      add(key, { element, role });
    }
  }
  const sentences = new Map();
  for (const element of $$(".reader .s")) {
    for (const key of element.dataset.s.split(" ")) {
      sentences.set(key, [...(sentences.get(key) ?? []), element]);
    }
  }

  // Search and filters.
  const heading = new Map(reports.map((report) => [report.dataset.report, $("h2", report).textContent + " " + $(".facts", report).textContent]));
  const searchable = new Map(
    claims.map((claim) => {
      const own = $(".row", claim).textContent + " " + $(".more dl", claim).textContent;
      const said = (sentences.get(claim.dataset.key) ?? []).map((sentence) => sentence.textContent).join(" ");
      return [claim, fold(`${own} ${said} ${heading.get(claim.dataset.report)}`)];
    }),
  );
  const passes = (claim, wanted) =>
    wanted.every((word) => searchable.get(claim).includes(word)) &&
    filters.every((filter) => !filter.value || claim.dataset[filter.dataset.filter].split(" ").includes(filter.value));
  const narrowDown = () => {
    const wanted = fold(search.value).split(/\s+/).filter(Boolean);
    const active = wanted.length > 0 || filters.some((filter) => filter.value);
    const left = new Set();
    let count = 0;
    for (const claim of claims) {
      claim.hidden = !passes(claim, wanted);
      if (!claim.hidden) {
        count += 1;
        left.add(claim.dataset.report);
      }
    }
    for (const report of reports) report.hidden = active && !left.has(report.dataset.report);
    const all = claims.length === 1 ? "1 claim" : `${claims.length.toLocaleString("en")} claims`;
    $("#shown").textContent = active ? `${count.toLocaleString("en")} of ${all}` : all;
    $("#reset").hidden = !active;
    if ($("#none")) $("#none").hidden = count > 0;
    if (picked?.hidden) release();
    reachable();
  };
  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(narrowDown, 120);
  });
  filters.forEach((filter) => filter.addEventListener("change", narrowDown));
  const reset = () => {
    search.value = "";
    filters.forEach((filter) => (filter.value = ""));
    narrowDown();
  };
  $("#reset").addEventListener("click", () => {
    reset();
    search.focus();
  });

  // Sorting: empty cells come last either way; equal ones stay in the order of the text.
  const value = (claim, column) => (column === "number" ? "" : $(`[data-col="${column}"]`, claim).textContent.trim());
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const sortBy = (column, descending) => {
    const keyed = claims.map((claim, place) => ({ claim, place, value: value(claim, column) }));
    const sign = descending ? -1 : 1;
    keyed.sort((a, b) => {
      if (column === "number") return sign * (a.place - b.place);
      if (!a.value !== !b.value) return a.value ? -1 : 1;
      return sign * collator.compare(a.value, b.value) || a.place - b.place;
    });
    const sorted = document.createDocumentFragment();
    keyed.forEach(({ claim }) => sorted.append(claim));
    table.append(sorted);
    for (const head of $$("th[aria-sort]", table)) {
      const mine = $("button", head).dataset.sort === column;
      head.setAttribute("aria-sort", mine ? (descending ? "descending" : "ascending") : "none");
    }
    reachable();
  };
  for (const button of $$("th button")) {
    button.addEventListener("click", () => {
      sortBy(button.dataset.sort, button.parentElement.getAttribute("aria-sort") === "ascending");
    });
  }
  $("#sort").addEventListener("change", (event) => table && sortBy(event.target.value || "number", false));

  // From claim to words and back.
  let picked = null;
  const back = $("#back");
  const release = () => {
    if (!picked) return;
    picked.classList.remove("on");
    $$(".reader .on").forEach((element) => {
      element.classList.remove("on");
      if (element.dataset.shown) {
        element.classList.replace(element.dataset.shown, element.dataset.usual);
        delete element.dataset.shown;
      }
    });
    $("[data-quote]", picked)?.replaceChildren();
    document.body.classList.remove("picked");
    back.hidden = true;
    picked = null;
  };
  const order = ["trigger", "actor", "recipient", "requested", "host", "voice", "cue", "date", "place", "about", "relation"];
  const pick = (row) => {
    release();
    picked = row;
    const key = row.dataset.key;
    row.classList.add("on");
    document.body.classList.add("picked");
    const entries = [...(words.get(key) ?? [])].sort((a, b) => order.indexOf(b.role) - order.indexOf(a.role));
    for (const { element, role } of entries) {
      const usual = [...element.classList].find((name) => name.startsWith("m-"));
      element.classList.add("on");
      if (usual && usual !== `m-${role}`) {
        element.dataset.usual ??= usual;
        element.dataset.shown = `m-${role}`;
        element.classList.replace(usual, `m-${role}`);
      }
    }
    (sentences.get(key) ?? []).forEach((sentence) => sentence.classList.add("on"));
    reference(row)?.classList.add("on");
    if (narrow.matches) quote(row);
    reachable(row);
  };
  // Where claims and reports do not stand side by side, an open claim says its sentence itself.
  const quote = (row) => {
    const copies = (sentences.get(row.dataset.key) ?? []).map((sentence) => sentence.cloneNode(true));
    for (const copy of copies) {
      $$("[id]", copy).forEach((element) => element.remove());
      copy.classList.remove("s", "on");
    }
    $("[data-quote]", row)?.replaceChildren(...copies);
  };
  const reference = (row) => (row.dataset.key.startsWith("c") ? document.getElementById(`w${row.dataset.key.slice(1)}`) : null);
  const target = (row) => reference(row) ?? words.get(row.dataset.key)?.[0]?.element ?? document.getElementById(`report${row.dataset.report}`);
  const behaviour = () => (matchMedia("(prefers-reduced-motion: reduce)").matches || claims.length > 300 ? "auto" : "smooth");
  const showWords = (row, focus) => {
    const goal = target(row);
    if (!goal) return;
    goal.scrollIntoView({ block: "center", behavior: behaviour() });
    if (focus) goal.focus({ preventScroll: true });
    if (narrow.matches) {
      back.textContent = row.dataset.key.startsWith("c") ? `↑ Back to claim ${row.dataset.key.slice(1)}` : "↑ Back to the relation";
      back.hidden = false;
    }
  };
  const showRow = (row, focus) => {
    if (row.hidden) reset();
    const drawer = row.closest("details");
    if (drawer) drawer.open = true;
    row.scrollIntoView({ block: narrow.matches ? "center" : "nearest", behavior: behaviour() });
    if (focus) (row.classList.contains("claim") ? $(".to-words", row) : row).focus({ preventScroll: true });
  };
  back.addEventListener("click", () => {
    if (picked) showRow(picked, true);
    back.hidden = true;
  });

  // Of the claims only one is a stop of the Tab key; the arrows go on from it.
  const reachable = (row = picked) => {
    const seen = $$(".claim:not([hidden])");
    const stop = row && seen.includes(row) ? row : seen[0];
    for (const claim of claims) $(".to-words", claim).tabIndex = claim === stop ? 0 : -1;
  };
  const step = (by) => {
    const seen = $$(".claim:not([hidden])");
    const at = seen.indexOf(document.activeElement?.closest(".claim") ?? picked);
    const next = seen[Math.min(Math.max(at + by, 0), seen.length - 1)];
    if (!next) return;
    pick(next);
    showRow(next, true);
    if (!narrow.matches) showWords(next, false);
  };

  table?.addEventListener("click", (event) => {
    const claim = event.target.closest(".claim");
    if (!claim) return;
    const link = event.target.closest("a");
    if (link && !link.classList.contains("to-words")) {
      if (/^#c\d+$/.test(link.hash)) {
        event.preventDefault();
        go(link.hash, true);
      }
      return;
    }
    if (event.target.closest(".more")) return;
    event.preventDefault();
    const again = claim === picked;
    pick(claim);
    if (link || again || !narrow.matches) showWords(claim, Boolean(link) && event.detail === 0);
  });
  for (const row of $$(".relations .row")) {
    row.addEventListener("click", () => {
      pick(row);
      showWords(row, false);
    });
  }
  $(".reader").addEventListener("click", (event) => {
    const ref = event.target.closest(".ref");
    const word = event.target.closest("[data-m]");
    if (ref) {
      event.preventDefault();
      go(ref.hash, true);
    } else if (word && !getSelection().toString()) {
      const keys = [...new Set(word.dataset.m.split(" ").filter(Boolean).map((mark) => mark.split(":")[0]))];
      if (!keys.length) return;
      const row = rows.get(keys[(keys.indexOf(picked?.dataset.key) + 1) % keys.length]);
      pick(row);
      if (!narrow.matches) showRow(row, false);
      else {
        back.textContent = "↑ To the claim";
        back.hidden = false;
      }
    }
  });
  const go = (hash, focus) => {
    const row = rows.get(hash.slice(1));
    if (!row) return;
    if (row.hidden) reset();
    pick(row);
    showRow(row, focus);
    history.replaceState(null, "", hash);
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "/" && !typing) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape") {
      if (event.target === search && search.value) reset();
      else if (picked) {
        const row = picked;
        release();
        if (row.classList.contains("claim")) $(".to-words", row).focus({ preventScroll: true });
      }
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !typing && event.target.closest(".claims, body")) {
      if (event.target.closest(".reader")) return;
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && event.target.matches(".relations .row")) {
      event.target.click();
    }
  });

  reachable();
  addEventListener("hashchange", () => go(location.hash, false));
  if (location.hash) go(location.hash, false);
  if (matchMedia("(max-width: 719px)").matches) $(".tools").open = false;
  document.body.classList.add("ready");
  if (picked && !narrow.matches) showWords(picked, false);
})();
