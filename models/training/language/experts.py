"""The model: one expert for ordinary comments, one for service messages, and a gate that weighs them.

Ordinary comments are many and teach fine shades, service messages are few and teach how customers write. A service
message also hears what the other expert says of it.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack, vstack
from sklearn.linear_model import LogisticRegression
from vectors import HASHED, MEANING, SIGNS

SEED = 20260101
SMALLEST = 1e-6


@dataclass(frozen=True)
class Linear:
    """Weights over the raw message vector; the scaling of its parts is folded in."""

    weights: np.ndarray
    bias: np.ndarray

    def __call__(self, vectors: csr_matrix) -> np.ndarray:
        return vectors @ self.weights.T + self.bias


@dataclass(frozen=True)
class Experts:
    comments: Linear
    service: Linear
    heard: np.ndarray
    gate: Linear

    def probabilities(self, vectors: csr_matrix) -> np.ndarray:
        comments = softmax(self.comments(vectors))
        service = softmax(self.service(vectors) + centred_log(comments) @ self.heard.T)
        weight = 1 / (1 + np.exp(-self.gate(vectors)))
        return weight * service + (1 - weight) * comments


def softmax(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def centred_log(probabilities: np.ndarray) -> np.ndarray:
    logs = np.log(probabilities + SMALLEST)
    return logs - logs.mean(axis=1, keepdims=True)


def scales(meaning: float, signs: float, hashed: float) -> np.ndarray:
    return np.concatenate([np.full(MEANING, float(meaning)), np.full(SIGNS, float(signs)), np.full(HASHED, float(hashed))])


def fit_comments(vectors: csr_matrix, states: np.ndarray) -> Linear:
    scale = scales(8, 1, 3)
    model = LogisticRegression(C=0.1, max_iter=100).fit(vectors @ diags(scale), states)
    return Linear(model.coef_ * scale, model.intercept_)


def fit_service(vectors: csr_matrix, states: np.ndarray, comments: Linear) -> tuple[Linear, np.ndarray]:
    """The service expert and how it hears the other's opinion."""
    scale = scales(5, 1, 4)
    opinion = 0.5 * centred_log(softmax(comments(vectors)))
    model = LogisticRegression(C=0.3, max_iter=300).fit(hstack([vectors @ diags(scale), opinion]).tocsr(), states)
    own, heard = model.coef_[:, : vectors.shape[1]], model.coef_[:, vectors.shape[1] :]
    return Linear(own * scale, model.intercept_), 0.5 * heard


def fit_gate(comments: csr_matrix, service: csr_matrix) -> Linear:
    """Tells service messages from comments; both count the same."""
    scale = scales(5, 1, 4)
    rows = np.random.default_rng(SEED).permutation(comments.shape[0])[: 8 * service.shape[0]]
    both = vstack([comments[rows], service]).tocsr() @ diags(scale)
    is_service = np.concatenate([np.zeros(len(rows)), np.ones(service.shape[0])])
    model = LogisticRegression(C=0.3, max_iter=300, class_weight="balanced").fit(both, is_service)
    return Linear(model.coef_ * scale, model.intercept_)


