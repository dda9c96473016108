"""The encoder as an ONNX graph in 8 bits, built node by node.

Activations get one scale a call and product, in operators that ONNX Runtime has in one piece; since a call reads one
run of words, nothing that is read beside it can change it. Only what goes into a layer's last product gets a scale
a row: its values differ most from word to word, and one scale for all cost a fifth of a point of every figure.
"""

from __future__ import annotations

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from .model import HEADS, LAYERS, WIDTH, Encoder

LARGEST_WEIGHT = 63
"""Weights use 7 bits: on processors without VNNI the 8-bit products of two neighbours would overflow 16 bits."""

OPSET = 18
MICROSOFT = "com.microsoft"

Floats = NDArray[np.float32]


def columns(weight: Floats) -> tuple[NDArray[np.int8], Floats]:
    """A matrix (in, out) as integers with a scale a column."""
    scale = np.maximum(np.abs(weight).max(0), 1e-8) / LARGEST_WEIGHT
    return np.round(weight / scale).astype(np.int8), scale.astype(np.float32)


class Builder:
    """Collects nodes and constants; every method returns the name of the value that it makes."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, np.ndarray] = {
            "_127": np.array(127, np.float32),
            "_128": np.array(128, np.float32),
            "_tiny": np.array(1e-8, np.float32),
            "_middle": np.array(128, np.uint8),
            "_last": np.array([-1]),
            "_zero": np.array([0]),
        }

    def constant(self, name: str, value: np.ndarray) -> str:
        """A constant."""
        self.constants[name] = np.ascontiguousarray(value)
        return name

    def node(self, op: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        """A node of one output."""
        self.nodes.append(helper.make_node(op, inputs, [output], domain=domain, **attributes))
        return output

    def lookup(self, table: Floats, index: str, name: str) -> str:
        """Rows of a table that is kept in 8 bits with a scale a row."""
        scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
        units = self.constant(f"{name}_table", np.round(table / scale).astype(np.int8))
        scales = self.constant(f"{name}_scales", scale.astype(np.float32))
        self.node("Gather", [units, index], f"{name}_units")
        self.node("Gather", [scales, index], f"{name}_scale")
        self.node("Cast", [f"{name}_units"], f"{name}_float", to=TensorProto.FLOAT)
        return self.node("Mul", [f"{name}_float", f"{name}_scale"], name)

    def quantised(self, source: str) -> list[str]:
        """Values with one scale and zero point for all: their names."""
        names = [f"{source}_units", f"{source}_scale", f"{source}_zero"]
        self.nodes.append(helper.make_node("DynamicQuantizeLinear", [source], names))
        return names

    def product(self, source: list[str], weight: Floats, bias: Floats | None, name: str) -> str:
        """What `quantised` gave, times a matrix (in, out)."""
        units, scale = columns(weight)
        rest = [] if bias is None else [self.constant(f"{name}_bias", bias)]
        weights = self.constant(f"{name}_weight", units)
        scales = self.constant(f"{name}_scales", scale)
        inputs = [source[0], weights, source[1], scales, source[2], "", *rest]
        return self.node("MatMulIntegerToFloat", inputs, name, domain=MICROSOFT)

    def row_product(self, source: str, weight: Floats, bias: Floats, name: str) -> str:
        """Float values times a matrix (in, out), with a scale for each row of them."""
        units, scale = columns(weight)
        self.node("Abs", [source], f"{name}_abs")
        self.node("ReduceMax", [f"{name}_abs", "_last"], f"{name}_top", keepdims=1)
        self.node("Max", [f"{name}_top", "_tiny"], f"{name}_most")
        self.node("Div", [f"{name}_most", "_127"], f"{name}_unit")
        self.node("Div", [source, f"{name}_unit"], f"{name}_units")
        self.node("Round", [f"{name}_units"], f"{name}_round")
        self.node("Add", [f"{name}_round", "_128"], f"{name}_shifted")
        self.node("Cast", [f"{name}_shifted"], f"{name}_bytes", to=TensorProto.UINT8)
        weights = self.constant(f"{name}_weight", units)
        self.node("MatMulInteger", [f"{name}_bytes", weights, "_middle"], f"{name}_sum")
        self.node("Cast", [f"{name}_sum"], f"{name}_float", to=TensorProto.FLOAT)
        self.node("Mul", [f"{name}_float", f"{name}_unit"], f"{name}_rows")
        scales = self.constant(f"{name}_scales", scale)
        self.node("Mul", [f"{name}_rows", scales], f"{name}_plain")
        return self.node("Add", [f"{name}_plain", self.constant(f"{name}_bias", bias)], name)

    def norm(self, source: str, weight: Floats, bias: Floats, name: str) -> str:
        """Layer normalisation."""
        inputs = [source, self.constant(f"{name}_gain", weight), self.constant(f"{name}_shift", bias)]
        return self.node("LayerNormalization", inputs, name, axis=-1, epsilon=1e-12)


def encoder_graph(encoder: Encoder) -> onnx.ModelProto:
    """The graph: pieces, features (1, pieces) and first (1, words) in, states (7, 1, words, 384) out."""
    value = {k: v.detach().float().numpy() for k, v in encoder.state_dict().items()}
    b = Builder()
    words = b.lookup(value["word.weight"], "pieces", "word")
    features = b.node("Gather", [b.constant("feature_table", value["feature.weight"]), "features"], "feature")
    b.node("Shape", ["pieces"], "length", start=1, end=2)
    places = b.constant("position_table", value["position.weight"])
    position = b.node("Slice", [places, "_zero", "length"], "position")
    x = b.node("Add", [b.node("Add", [words, features], "shaped"), position], "placed")
    x = b.norm(x, value["norm.weight"], value["norm.bias"], "state0")
    b.node("Squeeze", ["first", "_zero"], "at")
    states = [b.node("Gather", [x, "at"], "words0", axis=1)]
    for i in range(LAYERS):
        x = _layer(b, x, {k.removeprefix(f"layers.{i}."): v for k, v in value.items()}, i)
        states.append(b.node("Gather", [x, "at"], f"words{i + 1}", axis=1))
    stacked = [b.node("Unsqueeze", [s, "_zero"], f"{s}_layer") for s in states]
    b.node("Concat", stacked, "states", axis=0)
    return _model(b)


def _layer(b: Builder, x: str, value: dict[str, Floats], i: int) -> str:
    """One layer of the encoder, on `x`."""
    source = b.quantised(x)
    parts = zip("qkv", np.split(value["qkv.weight"], 3), np.split(value["qkv.bias"], 3), strict=True)
    heads = [b.product(source, weight.T, bias, f"{part}{i}") for part, weight, bias in parts]
    seen = b.node("MultiHeadAttention", heads, f"seen{i}", domain=MICROSOFT, num_heads=HEADS)
    out = b.product(b.quantised(seen), value["out.weight"].T, value["out.bias"], f"out{i}")
    x = b.norm(b.node("Add", [x, out], f"sum{i}a"), value["norm1.weight"], value["norm1.bias"], f"middle{i}")
    up = b.product(b.quantised(x), value["up.weight"].T, None, f"up{i}")
    bent = b.node("BiasGelu", [up, b.constant(f"up{i}_bias", value["up.bias"])], f"bent{i}", domain=MICROSOFT)
    down = b.row_product(bent, value["down.weight"].T, value["down.bias"], f"down{i}")
    return b.norm(b.node("Add", [x, down], f"sum{i}b"), value["norm2.weight"], value["norm2.bias"], f"state{i + 1}")


def _model(b: Builder) -> onnx.ModelProto:
    integers = [
        helper.make_tensor_value_info(name, TensorProto.INT64, [1, size])
        for name, size in (("pieces", "pieces"), ("features", "pieces"), ("first", "words"))
    ]
    states = helper.make_tensor_value_info("states", TensorProto.FLOAT, [LAYERS + 1, 1, "words", WIDTH])
    constants = [numpy_helper.from_array(v, k) for k, v in b.constants.items()]
    graph = helper.make_graph(b.nodes, "encoder", integers, [states], constants)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
    model = helper.make_model(graph, opset_imports=opsets)
    model.ir_version = 9
    onnx.checker.check_model(model)
    return model
