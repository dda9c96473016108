"""The page at work in Chromium, where there is one: sorting, filters, the way to the words and back."""

import json
import os
import re
import shutil
import subprocess
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.export import WriteOptions, write_claims
from tests.ledger import factory

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")]

QUIET = (
    "--headless --disable-gpu --no-first-run --disable-sync --disable-quic --disable-background-networking "
    "--disable-component-update --disable-extensions --force-prefers-reduced-motion "
    "--virtual-time-budget=20000 --dump-dom"
).split()

HARNESS = """<!doctype html><meta charset="utf-8"><body>
<iframe id="frame" src="page.html" width="{width}" height="800"></iframe><pre id="result"></pre>
<script>
const frame = document.getElementById("frame");
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
frame.addEventListener("load", async () => {{
  const page = frame.contentDocument;
  const $ = (s) => page.querySelector(s);
  const $$ = (s) => [...page.querySelectorAll(s)];
  const key = (name, target) => (target ?? page.activeElement).dispatchEvent(
    new frame.contentWindow.KeyboardEvent("keydown", {{ key: name, bubbles: true, cancelable: true }}));
  const order = () => $$(".claim:not([hidden])").map((claim) => claim.id);
  const on = () => $$(".claim.on").map((claim) => claim.id);
  const marked = () => $$(".reader .m.on").map((mark) => mark.className + "=" + mark.textContent);
  const result = {{}};
  try {{
    {actions}
  }} catch (error) {{ result.error = String(error); }}
  document.getElementById("result").textContent = "RESULT" + JSON.stringify(result) + "END";
}});
</script>"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def act(tmp_path):
    """Do something on a page in the browser, and get what it noted in `result`."""
    write_claims([factory.coded(), factory.other()], tmp_path / "page.html", options=WriteOptions(full_text=True))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def acted(actions, width=1300):
        (tmp_path / "harness.html").write_text(HARNESS.format(actions=actions, width=width), "utf-8")
        root = ["--no-sandbox"] if hasattr(os, "getuid") and os.getuid() == 0 else []
        run = subprocess.run(
            [
                CHROMIUM,
                *QUIET,
                *root,
                f"--user-data-dir={tmp_path / 'profile'}",
                f"--window-size={width + 40},900",
                f"http://127.0.0.1:{server.server_port}/harness.html",
            ],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=True,
        )
        found = re.search(r"RESULT(.*?)END</pre>", run.stdout, re.DOTALL)
        assert found, run.stdout[-500:]
        return json.loads(found[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))

    yield acted
    server.shutdown()
    server.server_close()


def test_sorting(act):
    result = act("""
      const sort = (name) => $(`th button[data-sort="${name}"]`).click();
      sort("event"); result.event = order();
      sort("event"); result.down = order();
      sort("date"); result.date = order();
      result.aria = $$("#claims th").map((head) => head.getAttribute("aria-sort")).join(" ");
      sort("number"); result.number = order();
    """)
    assert result["event"] == ["c4", "c3", "c5", "c1", "c6", "c2", "c7"]
    assert result["down"] == ["c2", "c7", "c1", "c6", "c3", "c5", "c4"]
    assert result["date"] == ["c5", "c3", "c1", "c6", "c4", "c2", "c7"]  # without a date: last
    assert result["aria"] == "none none none none ascending none none none"
    assert result["number"] == [f"c{n}" for n in range(1, 8)]


def test_search_and_filters(act):
    result = act("""
      const search = async (words) => {
        $("#search").value = words; $("#search").dispatchEvent(new Event("input")); await wait(300);
        return [order(), $("#shown").textContent];
      };
      const choose = (name, value) => {
        const select = $(`[data-filter="${name}"]`); select.value = value; select.dispatchEvent(new Event("change"));
        return order();
      };
      result.sentence = await search("fishing ACCORD");
      result.accents = await search("sagatiðindi");
      result.hidden = $$(".report[hidden]").map((report) => report.id);
      result.nothing = await search("submarine");
      result.none = $("#none").hidden;
      await search("");
      result.status = choose("status", "denied");
      result.both = choose("event", "AGREE");
      $("#reset").click();
      result.reset = [order().length, $("#shown").textContent, $("#reset").hidden];
      result.country = choose("countries", "ISL").length;
      $("#reset").click();
      const voice = $$('[data-filter="voices"] option').find((option) => option.textContent.startsWith("Ida Solvik"));
      result.voice = choose("voices", voice.value);
    """)
    assert result["sentence"] == [["c4"], "1 of 7 claims"]
    assert result["accents"] == [["c6", "c7"], "2 of 7 claims"]
    assert result["hidden"] == ["report1"]
    assert result["nothing"] == [[], "0 of 7 claims"]
    assert result["none"] is False
    assert (result["status"], result["both"]) == (["c3"], [])
    assert result["reset"] == [7, "7 claims", True]
    assert result["country"] == 6
    assert result["voice"] == ["c3"]


def test_from_claim_to_words_and_back(act):
    result = act("""
      $("#c3 .row").click(); await wait(100);
      result.on = on(); result.marked = marked();
      result.open = getComputedStyle($("#c3 .more")).display;
      $('#w5').click(); await wait(100);
      result.back = [on(), page.activeElement.closest(".claim")?.id];
      $$(".reader .m-recipient").find((mark) => mark.textContent === "Norway").click();
      result.word = on();
      key("Escape", page.body); result.released = [on(), marked()];
      $(".relations .row").click();
      result.relation = marked();
    """)
    assert result["on"] == ["c3"]
    assert result["marked"] == [
        "m m-actor on=Norway",
        "m m-trigger on=seize",
        "m m-recipient on=the trawler Ægir",
        "m m-date on=last week",
        "m m-voice on=Solvik",
        "m m-cue on=said",
    ]
    assert result["open"] == "table-row"
    assert result["back"] == [["c5"], "c5"]
    assert result["word"] == ["c2"]
    assert result["released"] == [[], []]
    assert "m m-relation on=Ida Solvik" in result["relation"]


def test_keyboard(act):
    result = act("""
      $("#c1 .to-words").focus();
      result.stops = $$(".to-words").filter((link) => link.tabIndex === 0).length;
      key("ArrowDown"); result.down = [on(), page.activeElement.closest(".claim").id];
      key("ArrowDown"); key("ArrowUp"); result.up = on();
      page.activeElement.click(); await wait(100); result.enter = page.activeElement.id;
      page.activeElement.click(); await wait(100); result.back = page.activeElement.closest(".claim")?.id;
      key("/"); result.search = page.activeElement.id;
    """)
    assert result == {
        "stops": 1,
        "down": [["c2"], "c2"],
        "up": ["c2"],
        "enter": "w2",
        "back": "c2",
        "search": "search",
    }


def test_on_a_phone(act):
    result = act(
        """
      result.tools = $(".tools").open;
      result.wide = page.documentElement.scrollWidth <= frame.clientWidth;
      result.display = getComputedStyle($("#claims .row")).display;
      $("#c3 .row").click(); result.quote = $("#c3 .quote").textContent;
      $("#c2 .to-words").click(); await wait(1500);
      result.quotes = $$(".quote").filter((quote) => quote.textContent).length;
      const box = $("#w2").getBoundingClientRect();
      result.seen = box.top > 0 && box.bottom < 800;
      result.button = [$("#back").hidden, $("#back").textContent];
      $("#back").click(); await wait(1500);
      const row = $("#c2").getBoundingClientRect();
      result.returned = row.top < 800 && row.bottom > 0 && $("#back").hidden;
    """,
        width=390,
    )
    assert result == {
        "tools": False,
        "wide": True,
        "display": "grid",
        "quote": factory.DENIAL,
        "quotes": 1,
        "seen": True,
        "button": [False, "↑ Back to claim 2"],
        "returned": True,
    }
