"""The encoder all-MiniLM-L6-v2 as a PyTorch module, with the heads that this project adds.

The weights are read from the ONNX file in a jar of Maven Central, so that nothing is downloaded from elsewhere.
"""

import math
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as functional
from onnx import numpy_helper
from torch import nn

WIDTH = 384
HEADS = 12
LAYERS = 6
PIECES = 30_522
LONGEST = 512
DROPPED = 0.1


class Layer(nn.Module):
    """One transformer layer of BERT: attention, then two linear steps, each added and normalised."""

    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.attended = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm_of_attention, self.norm = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.drop = nn.Dropout(DROPPED)

    def forward(self, tokens: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        messages, length, _ = tokens.shape
        query, key, value = (
            step(tokens).view(messages, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for step in (self.query, self.key, self.value)
        )
        weights = (query @ key.transpose(-1, -2)) / math.sqrt(WIDTH // HEADS) + bias
        mixed = (self.drop(weights.softmax(-1)) @ value).transpose(1, 2).reshape(messages, length, WIDTH)
        tokens = self.norm_of_attention(tokens + self.drop(self.attended(mixed)))
        return self.norm(tokens + self.drop(self.down(functional.gelu(self.up(tokens)))))


class Encoder(nn.Module):
    """Piece numbers and mask in, the mean of the tokens' vectors out."""

    def __init__(self):
        super().__init__()
        self.words, self.places, self.segments = (nn.Embedding(count, WIDTH) for count in (PIECES, LONGEST, 2))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPPED)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, pieces: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        mask = mask.to(torch.float32)
        tokens = self.words(pieces) + self.places.weight[: pieces.shape[1]][None] + self.segments.weight[0]
        tokens = self.drop(self.norm(tokens))
        bias = (1 - mask[:, None, None, :]) * -1e4
        for layer in self.layers:
            tokens = layer(tokens, bias)
        return (tokens * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)


class Reader(nn.Module):
    """The encoder with a head for emotional states and one for contact reasons."""

    def __init__(self, encoder: Encoder, states: int, reasons: int):
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(DROPPED)
        self.states, self.reasons = nn.Linear(WIDTH, states), nn.Linear(WIDTH, reasons)

    def forward(self, pieces: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        meaning = self.drop(self.encoder(pieces, mask))
        return self.states(meaning), self.reasons(meaning)


def pretrained(file: Path) -> Encoder:
    """The encoder with the weights of its ONNX file."""
    graph = onnx.load(file).graph
    arrays = {array.name: numpy_helper.to_array(array) for array in graph.initializer}
    weights = {f"{ours}.weight": arrays[f"embeddings.{theirs}.weight"] for ours, theirs in EMBEDDINGS.items()}
    weights |= {f"norm.{part}": arrays[f"embeddings.LayerNorm.{part}"] for part in ("weight", "bias")}
    matrices = matrices_by_bias(graph, arrays)
    for layer in range(LAYERS):
        ours, theirs = f"layers.{layer}", f"encoder.layer.{layer}"
        for step, name in STEPS.items():
            weights[f"{ours}.{step}.bias"] = arrays[f"{theirs}.{name}.bias"]
            weights[f"{ours}.{step}.weight"] = matrices[f"{theirs}.{name}.bias"]
        for norm, name in NORMS.items():
            for part in ("weight", "bias"):
                weights[f"{ours}.{norm}.{part}"] = arrays[f"{theirs}.{name}.{part}"]
    encoder = Encoder()
    encoder.load_state_dict({name: torch.tensor(np.array(array)) for name, array in weights.items()})
    return encoder


def matrices_by_bias(graph: onnx.GraphProto, arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The exporter renames matrices but not biases: a matrix is known by the bias that is added to its product."""
    products = {node.output[0]: node for node in graph.node if node.op_type == "MatMul"}
    found = {}
    for node in graph.node:
        if node.op_type == "Add":
            biases = [name for name in node.input if name in arrays]
            added = [products[name] for name in node.input if name in products]
            if biases and added and added[0].input[1] in arrays:
                found[biases[0]] = arrays[added[0].input[1]].T
    return found


EMBEDDINGS = {"words": "word_embeddings", "places": "position_embeddings", "segments": "token_type_embeddings"}
STEPS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "up": "intermediate.dense",
    "down": "output.dense",
}
NORMS = {"norm_of_attention": "attention.output.LayerNorm", "norm": "output.LayerNorm"}
