from dragoman.bench.probe import peak_memory


def test_this_process_has_a_size():
    size = peak_memory()
    assert size is None or 1e6 < size < 1e11
