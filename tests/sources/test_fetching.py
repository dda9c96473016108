"""One address, fetched once, within limits; the server is our own, on the loopback interface."""

import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.records import Document, Rejection
from dragoman.sources import Options, documents, find
from tests.sources.test_html import LEAD, PAGE


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.paths.append(self.path)
        answer = getattr(self, "get_" + self.path.strip("/").partition("?")[0].partition("%")[0], None)
        if answer is None:
            self.send_error(404)
        else:
            answer()

    def say(self, raw, media_type="text/html; charset=utf-8", **headers):
        self.send_response(200)
        if media_type:
            self.send_header("Content-Type", media_type)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(raw)

    def get_page(self):
        self.say(PAGE.encode())

    def get_zip(self):
        self.say(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def get_broken(self):
        self.say(b"no gzip", Content_Encoding="gzip")

    def get_bomb(self):
        self.say(gzip.compress(b"a" * 5_000_000), "text/plain", Content_Encoding="gzip")

    def get_text(self):
        self.say("Café".encode("latin-1"), "text/plain; charset=iso-8859-1")

    def get_rows(self):
        self.say(b'{"text": "One."}\n{"text": "Two."}\n', "application/x-ndjson")

    def get_untyped(self):
        self.say(b"Talks.", None)

    def get_picture(self):
        self.say(b"\x89PNG\r\n", "image/png")

    def get_nothing(self):
        self.say(b"")

    def get_moved(self):
        self.send_response(302)
        self.send_header("Location", "/page")
        self.end_headers()

    def get_round(self):
        self.send_response(302)
        self.send_header("Location", "/round")
        self.end_headers()

    def get_elsewhere(self):
        self.send_response(302)
        self.send_header("Location", "file:///etc/hostname")
        self.end_headers()

    def get_ftp(self):
        self.send_response(302)
        self.send_header("Location", "ftp://127.0.0.1/a")
        self.end_headers()

    def get_slow(self):
        self.send_response(200)
        self.end_headers()
        for _ in range(30):
            try:
                self.wfile.write(b"a")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)

    def get_silent(self):
        time.sleep(0.6)
        self.say(b"late")

    def get_short(self):
        self.say(b"Talks.", "text/plain", Content_Length="100")

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.paths = []
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def get(server, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)

    def run(path, **options):
        server.paths.clear()
        address = f"http://127.0.0.1:{server.server_port}/{path}"
        return list(documents(find([address]), Options(**options)))

    return run


def test_a_page_is_fetched_once(get, server):
    (document,) = get("page?x=1")
    assert LEAD in document.text
    assert server.paths == ["/page?x=1"]
    assert document.origin == f"http://127.0.0.1:{server.server_port}/page?x=1"
    assert document.metadata.url == document.origin
    assert document.metadata.outlet == "Example Wire"


def test_a_redirection_is_followed(get, server):
    (document,) = get("moved")
    assert (document.origin[-6:], document.metadata.url[-5:]) == ("/moved", "/page")


@pytest.mark.parametrize(
    ("path", "texts"),
    [("text", ["Café"]), ("rows", ["One.", "Two."]), ("untyped", ["Talks."]), ("text%20a b é", ["Café"])],
)
def test_other_kinds(get, path, texts):
    assert [item.text for item in get(path)] == texts


def test_packed_answers_are_unpacked(get):
    (document,) = get("zip")
    assert LEAD in document.text


@pytest.mark.parametrize(
    ("path", "options", "reason"),
    [
        ("absent", {}, "the server answers 404 Not Found"),
        ("nothing", {}, "empty"),
        ("picture", {}, "binary, not text (a PNG picture)"),
        ("page", {"fetch_bytes": 100}, "more than 100 bytes"),
        ("bomb", {"fetch_bytes": 1_000_000}, "more than 1,000,000 bytes, unpacked"),
        ("slow", {"fetch_seconds": 0.3}, "not fetched within 0.3 s"),
        ("silent", {"fetch_seconds": 0.2}, "not fetched within 0.2 s"),
        ("broken", {}, "no usable answer"),
        ("short", {}, "the answer breaks off after 6 of 100 bytes"),
        ("round", {}, "the server answers 302"),
        ("elsewhere", {}, "the server answers 302"),
        ("ftp", {}, "no answer: unknown url type: ftp"),
    ],
)
def test_what_cannot_be_fetched_says_why(get, path, options, reason):
    (rejection,) = get(path, **options)
    assert isinstance(rejection, Rejection)
    assert rejection.reason.startswith(reason)
    assert rejection.id.endswith(path)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://127.0.0.1:9/", "no answer: "),
        ("http://", "no address of the web"),
        ("http://[::1", "no usable answer: "),
        ("https://127.0.0.1:9/", "no answer: "),
        ("http://a b.example/", "no usable answer: "),
        ("http://127.0.0.1:port/", "no usable answer: "),
    ],
)
def test_addresses_that_nobody_answers(get, address, reason):
    (rejection,) = documents([address], Options(fetch_seconds=5))
    assert rejection.reason.startswith(reason)


def test_an_address_that_fails_does_not_stop_the_rest(get, server, tmp_path):
    (tmp_path / "a.txt").write_text("One.")
    address = f"http://127.0.0.1:{server.server_port}/absent"
    assert [type(item) for item in documents([address, tmp_path / "a.txt"])] == [Rejection, Document]
