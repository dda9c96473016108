import json
from hashlib import sha256

from dragoman.export.jsonl import jsonl
from dragoman.records import Document
from dragoman.records.span import Span

TEXT = "\nEnvoys met Ana Ruiz .\n\nTalks end."


def test_names_and_offsets(stub_analyser):
    line = jsonl(Document("a.txt", TEXT), stub_analyser(TEXT))
    assert line.endswith("}\n")
    assert line.count("\n") == 1
    record = json.loads(line)
    assert set(record) == {"document", "sha256", "sentences", "entities"}
    assert record["sha256"] == sha256(TEXT.encode()).hexdigest()
    assert record["entities"] == [{"start": 12, "end": 20, "text": "Ana Ruiz", "type": "PER"}]
    for sentence in record["sentences"]:
        assert Span(sentence["start"], sentence["end"]).of(TEXT) == sentence["text"]
        for token in sentence["tokens"]:
            assert Span(token["start"], token["end"]).of(TEXT) == token["text"]
    assert [sentence["text"] for sentence in record["sentences"]] == ["Envoys met Ana Ruiz .", "Talks end."]


def test_heads_count_within_the_sentence(stub_analyser):
    text = "They met. Talks go on."
    sentences = json.loads(jsonl(Document("x", text), stub_analyser(text)))["sentences"]
    assert [[token["head"] for token in sentence["tokens"]] for sentence in sentences] == [
        [None, 0, 0],
        [None, 0, 0, 0],
    ]
    assert [token["deprel"] for token in sentences[1]["tokens"]] == ["root", "dep", "dep", "dep"]
