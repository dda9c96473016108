"""Writes a trained network as the model folder that the package ships: ONNX graphs in 8 bits, tables, meta data."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from dragoman.language.features import FEATURES
from dragoman.language.model import FILES, FORMAT

from . import lemmas
from .graph import columns, encoder_graph
from .model import WIDTH, Labels, Network
from .train import load

VERSION = "1.1.0"
"""Version of the shipped weights; raise it with every new training."""

OPSET = 17


class _AnalysisGraph(nn.Module):
    def __init__(self, net: Network) -> None:
        super().__init__()
        self.analysis = net.analysis

    def forward(self, states: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        s = self.analysis(states, features)
        return (
            s.start[0],
            s.upos[0].argmax(-1),
            s.xpos[0].argmax(-1),
            s.entity[0],
            s.arc[0],
            s.dependent[0],
            s.head[0],
        )


def export(weights: Path, treebanks: Path, base: Path, out: Path) -> None:
    """Make the model folder `out` from the network in `weights`; the lemma tables come from the treebank."""
    net, labels = load(weights)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch)
        _plain_graphs(net, plain)
        onnx.save(encoder_graph(net.encoder), out / "encoder.onnx")
        for name in ("analysis", "deprel"):
            graph = quantise(onnx.load(plain / f"{name}.onnx"))
            onnx.save(graph, out / f"{name}.onnx")
    shutil.copyfile(base / "vocab.txt", out / "vocab.txt")
    lemmas.write(treebanks / "gum_train.conllu.gz", out / "lemmas.json")
    _write_meta(labels, out)


def _plain_graphs(net: Network, folder: Path) -> None:
    words = 6
    states = torch.zeros(7, 1, words, WIDTH)
    features = torch.zeros(1, words, dtype=torch.long)
    pairs = torch.zeros(words, net.analysis.rel_dependent.out_features)

    def save(
        module: nn.Module,
        args: tuple[Tensor, ...],
        inputs: dict[str, str],
        outputs: dict[str, str],
        name: str,
    ) -> None:
        axes = {k: {i: a for i, a in enumerate(v.split()) if a.isalpha()} for k, v in {**inputs, **outputs}.items()}
        torch.onnx.export(
            module.eval(),
            args,
            str(folder / f"{name}.onnx"),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )

    heads = {"start": "words", "upos": "words", "xpos": "words", "entity": "words 15"}
    heads |= {"arc": "words heads", "dependent": "words 64", "head": "heads 64"}
    save(
        _AnalysisGraph(net),
        (states, features),
        {"states": "7 1 words 384", "features": "1 words"},
        heads,
        "analysis",
    )
    save(
        net.deprel,
        (pairs, pairs),
        {"dependent": "pairs 64", "head": "pairs 64"},
        {"scores": "pairs labels"},
        "deprel",
    )


def quantise(model: onnx.ModelProto) -> onnx.ModelProto:
    """The heads in 8 bits. Each row of activations gets a scale of its own, so that no row depends on another.

    Matrix products with a constant become integer products (exact, whatever their order); tables that are looked up
    keep one scale a row; what is small stays as it is.
    """
    graph = model.graph
    constants = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    _inline_constants(graph, constants)
    fresh: dict[str, np.ndarray] = {
        "_127": np.array(127, np.float32),
        "_128": np.array(128, np.float32),
        "_tiny": np.array(1e-8, np.float32),
        "_zero": np.array(128, np.uint8),
    }
    nodes: list[onnx.NodeProto] = []
    scaled: dict[str, str] = {}
    for node in graph.node:
        weight = constants.get(node.input[1]) if node.op_type == "MatMul" else None
        table = constants.get(node.input[0]) if node.op_type == "Gather" else None
        if weight is not None and weight.ndim == 2 and weight.size >= 4096:
            nodes += _integer_product(node, weight, scaled, fresh)
        elif table is not None and table.ndim == 2 and table.size >= 65536:
            nodes += _table(node, table, fresh)
        else:
            nodes.append(node)
    used = {i for n in nodes for i in n.input}
    kept = [i for i in graph.initializer if i.name in used]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend([*kept, *(numpy_helper.from_array(v, k) for k, v in fresh.items() if k in used)])
    onnx.checker.check_model(model)
    return model


def _inline_constants(graph: onnx.GraphProto, constants: dict[str, np.ndarray]) -> None:
    for node in graph.node:
        if node.op_type == "Constant" and node.attribute[0].name == "value":
            constants[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)


def _integer_product(
    node: onnx.NodeProto, weight: np.ndarray, scaled: dict[str, str], fresh: dict[str, np.ndarray]
) -> list[onnx.NodeProto]:
    """activations (any, rows, n) x weight (n, m) as 8-bit integers with a scale a row and a scale a column."""
    made: list[onnx.NodeProto] = []
    source, name = node.input[0], node.output[0].strip("/").replace("/", "_")

    def add(op: str, inputs: list[str], output: str, **attributes: object) -> str:
        made.append(helper.make_node(op, inputs, [output], **attributes))
        return output

    if source not in scaled:
        p = scaled[source] = f"{name}_in"
        add("Abs", [source], f"{p}_abs")
        add("ReduceMax", [f"{p}_abs"], f"{p}_top", axes=[-1], keepdims=1)
        add("Max", [f"{p}_top", "_tiny"], f"{p}_max")
        add("Div", [f"{p}_max", "_127"], f"{p}_scale")
        add("Div", [source, f"{p}_scale"], f"{p}_units")
        add("Round", [f"{p}_units"], f"{p}_round")
        add("Add", [f"{p}_round", "_128"], f"{p}_shifted")
        add("Cast", [f"{p}_shifted"], f"{p}_bytes", to=TensorProto.UINT8)
    p = scaled[source]
    fresh[f"{name}_weight"], fresh[f"{name}_scale"] = columns(weight)
    add("MatMulInteger", [f"{p}_bytes", f"{name}_weight", "_zero"], f"{name}_sum")
    add("Cast", [f"{name}_sum"], f"{name}_float", to=TensorProto.FLOAT)
    add("Mul", [f"{name}_float", f"{p}_scale"], f"{name}_rows")
    add("Mul", [f"{name}_rows", f"{name}_scale"], node.output[0])
    return made


def _table(node: onnx.NodeProto, table: np.ndarray, fresh: dict[str, np.ndarray]) -> list[onnx.NodeProto]:
    """A look-up in a table kept as 8-bit rows with a scale each."""
    name = node.output[0].strip("/").replace("/", "_")
    scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
    fresh[f"{name}_table"] = np.round(table / scale).astype(np.int8)
    fresh[f"{name}_scales"] = scale.astype(np.float32)
    return [
        helper.make_node("Gather", [f"{name}_table", node.input[1]], [f"{name}_bytes"], axis=0),
        helper.make_node("Gather", [f"{name}_scales", node.input[1]], [f"{name}_scale"], axis=0),
        helper.make_node("Cast", [f"{name}_bytes"], [f"{name}_float"], to=TensorProto.FLOAT),
        helper.make_node("Mul", [f"{name}_float", f"{name}_scale"], [node.output[0]]),
    ]


def _write_meta(labels: Labels, out: Path) -> None:
    meta = {
        "format": FORMAT,
        "name": "en",
        "version": VERSION,
        "languages": ["en"],
        "description": "English: sentences, tags, lemmas, UD trees and entities; see MODEL_CARD.md",
        "features": FEATURES,
        "labels": {
            "upos": labels.upos,
            "xpos": labels.xpos,
            "deprel": labels.deprel,
            "entity": labels.entity,
        },
        "sizes": {f: (out / f).stat().st_size for f in FILES if f != "meta.json"},
    }
    (out / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
