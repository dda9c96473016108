import pytest

from dragoman.bench.language import bench


@pytest.mark.slow
@pytest.mark.bench
def test_every_figure_is_measured():
    told = []
    report = bench(["The envoys met in Geneva on Friday."], words=50, repeats=2, progress=told.append)
    assert len(told) == 3
    assert report.subject.startswith("8 documents, 56 words, 64 tokens")
    assert [figure.name for figure in report.figures if figure.value is None or figure.value <= 0] == []
    assert all(len(figure.measured) == 2 for figure in report.figures if figure.unit != "MB")
