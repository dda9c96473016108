import json
from dataclasses import asdict
from itertools import count

import pytest

from dragoman import pipeline
from dragoman.bench import code
from dragoman.bench.code_probe import BETWEEN, Request, StageClock, probe
from dragoman.errors import BenchFailed
from dragoman.pipeline.code import STAGES
from dragoman.records import Document

REPORT = """Mali recalls its envoy

BAMAKO, June 7 (Example) - Mali recalled its ambassador to Paris on Monday. The foreign ministry of Niger said so.
"""
FOREIGN = "Der Kanzler traf am Dienstag in Wien seinen Amtskollegen und sprach mit ihm lange über Verträge. " * 3


@pytest.fixture
def asked(monkeypatch, stubbed):
    """Let the benchmark ask a probe in this process, with the stub, and keep what it asks."""
    requests = []

    def ask(bench, module, request):
        assert (bench, module) == ("code", "dragoman.bench.code_probe")
        requests.append(request)
        return json.loads(json.dumps(asdict(probe(Request(**json.loads(json.dumps(request)))))))

    monkeypatch.setattr(code, "ask", ask)
    monkeypatch.setattr("dragoman.language.model_info", lambda name: None)
    return requests


def test_time_goes_to_the_innermost_stage():
    clock = StageClock(clock=count().__next__)
    with clock.observe("language"), clock.observe("articles"):
        pass
    with clock.observe("claims"):
        for _ in range(2):
            with clock.observe("actors"):
                pass
    clock.pause()
    assert clock.seconds == {"language": 2, "articles": 1, "claims": 3, "actors": 2, BETWEEN: 3}


def test_a_stage_that_fails_is_left():
    clock = StageClock(clock=count().__next__)
    with pytest.raises(ZeroDivisionError), clock.observe("coding"):
        1 / 0  # noqa: B018
    clock.pause()
    assert clock.seconds == {"coding": 1, BETWEEN: 2}


def test_every_stage_is_observed_and_changes_nothing(stub_analyser):
    items = [Document("a", REPORT), Document("b", FOREIGN), Document("c", "Talks end.\n\nAll left on Friday.")]
    clock = StageClock()
    observed = list(pipeline.code(items, analyser=stub_analyser, observe=clock.observe))
    assert observed == list(pipeline.code(items, analyser=stub_analyser))
    assert set(clock.seconds) <= {*STAGES, BETWEEN}
    assert set(clock.seconds) >= {"articles", "language", "coding", "dates", "places", "claims", BETWEEN}


def test_a_probe_counts_what_it_codes(stubbed):
    answer = probe(Request((REPORT, FOREIGN, REPORT), repeats=2))
    assert answer.reports == 2
    assert answer.sentences == 2 * 3
    assert len(answer.seconds) == len(answer.stages) == 2
    for seconds, stages in zip(answer.seconds, answer.stages, strict=True):
        assert sum(stages.values()) == pytest.approx(seconds)
    assert answer.load_seconds > 0 < answer.first_seconds


def test_a_probe_of_the_first_report_times_nothing_else(stubbed):
    answer = probe(Request((REPORT,), repeats=0))
    assert (answer.seconds, answer.stages, answer.reports) == ([], [], 0)


def test_figures_are_of_fresh_processes(asked):
    told = []
    report = code.bench([REPORT, FOREIGN], words=100, repeats=2, progress=told.append)
    assert [(len(request["texts"]), request["repeats"]) for request in asked] == [(1, 0), (1, 0), (4, 2)]
    assert len(told) == 2
    assert report.subject.startswith("4 documents, 144 words, 2 reports with 6 sentences and ")
    figures = {figure.name: figure for figure in report.figures}
    sentences, reports = figures["speed, one core, in sentences"], figures["speed, one core, in reports"]
    assert sentences.measured == pytest.approx([3 * speed for speed in reports.measured])
    assert figures["load time and first report"].value > figures["load time"].value
    shares = [figure for figure in report.figures if figure.unit == "%"]
    assert len(shares) == len(STAGES) + 1
    assert [sum(of_one) for of_one in zip(*(share.measured for share in shares), strict=True)] == pytest.approx(
        [100] * 2
    )


def test_nothing_to_code(asked):
    with pytest.raises(BenchFailed, match="can be coded"):
        code.bench([FOREIGN], words=1, repeats=1)
    with pytest.raises(BenchFailed, match="no word"):
        code.bench([" "], words=1, repeats=1)


@pytest.mark.slow
@pytest.mark.bench
def test_every_figure_is_measured():
    report = code.bench([REPORT], words=50, repeats=2)
    assert [figure.name for figure in report.figures if figure.value is None or figure.value <= 0] == []
    assert all(len(figure.measured) == 2 for figure in report.figures if figure.unit != "MB")
