"""Trains the emotional-state model and writes its directory of the model repository.

    python models/training/language/train.py --emotions ../shared/data/emotions

needs the packages of requirements.txt, a JDK and Maven, and some minutes.
"""

import argparse
import json
import re
from pathlib import Path

import numpy as np
import onnxruntime
from directory import write_version
from experts import SEED, Experts, Linear, fit_comments, fit_gate, fit_service
from figures import best_threshold, figures
from graph import graph, log_odds
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from states import DISTRESS, STATES, go_emotions
from vectors import VectorMaker

REPOSITORY = Path(__file__).resolve().parents[3]
MOST_COMMENTS_OF_A_STATE = 4_000
FOLDS = 5


def main() -> None:
    arguments = parsed()
    maker = VectorMaker(REPOSITORY, arguments.cache)
    comments = capped(go_emotions(arguments.emotions, "train"))
    service = corpus("train")

    comment_vectors, comment_states = maker.vectors(texts(comments)), numbers(comments)
    service_vectors, service_states = maker.vectors(texts(service)), numbers(service)
    expert = fit_comments(comment_vectors, comment_states)
    unseen = out_of_fold(expert, comment_vectors, service_vectors, service_states, service)
    slope, offset = calibration(unseen, service_states)
    experts = fitted(expert, comment_vectors, service_vectors, service_states)
    model = graph(experts, slope, offset)

    distress = 1 / (1 + np.exp(-(slope * log_odds(unseen) + offset)))
    threshold = best_threshold(distress, service_states)
    scorer = Scorer(model.SerializeToString())
    check_same(scorer, experts, service_vectors)
    tests = {
        "service messages, unseen folds of the training part": figures(unseen, distress, service_states, threshold),
    }
    for name, rows in {
        "service messages, test part": corpus("test"),
        "GoEmotions, test part": go_emotions(arguments.emotions, "test"),
    }.items():
        states, scored = scorer(maker.vectors(texts(rows)))
        tests[name] = figures(states, scored, numbers(rows), threshold)
    examples = self_test(scorer, maker, corpus("test"))
    write_version(arguments.out, model, examples, threshold, tests, distress, len(comments), len(service))
    print(json.dumps({name: test.summary() for name, test in tests.items()}))


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--emotions", type=Path, required=True, help="folder with goemotions-{train,dev,test}.tsv.gz")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "models" / "repository" / "emotional-state" / "1")
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "heed-vectors")
    return parser.parse_args()


def corpus(part: str) -> list[dict]:
    file = REPOSITORY / "models" / "training" / "corpus" / f"service-en-{part}.jsonl"
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def texts(rows: list[dict]) -> list[str]:
    return [row["text"] for row in rows]


def numbers(rows: list[dict]) -> np.ndarray:
    return np.array([STATES.index(row["state"]) for row in rows])


def capped(rows: list[dict]) -> list[dict]:
    """At most so many comments of a state: the rare states are the ones that matter here."""
    kept, counts = [], dict.fromkeys(STATES, 0)
    for index in np.random.default_rng(SEED).permutation(len(rows)):
        row = rows[index]
        if counts[row["state"]] < MOST_COMMENTS_OF_A_STATE:
            counts[row["state"]] += 1
            kept.append(row)
    return kept


def fitted(expert: Linear, comments: csr_matrix, service: csr_matrix, states: np.ndarray) -> Experts:
    own, heard = fit_service(service, states, expert)
    return Experts(expert, own, heard, fit_gate(comments, service))


def out_of_fold(
    expert: Linear, comments: csr_matrix, service: csr_matrix, truth: np.ndarray, rows: list[dict]
) -> np.ndarray:
    """Each service message's states by a model that saw no message of its conversation."""
    conversations = [row["conversation"] for row in rows]
    states = np.zeros((len(rows), len(STATES)))
    folds = GroupKFold(FOLDS, shuffle=True, random_state=SEED)
    for seen, unseen in folds.split(service, truth, conversations):
        experts = fitted(expert, comments, service[seen], truth[seen])
        states[unseen] = experts.probabilities(service[unseen])
    return states


def calibration(states: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """Platt's scaling of distress, on messages the model had not seen."""
    model = LogisticRegression(C=1e6).fit(log_odds(states).reshape(-1, 1), is_distressed(truth))
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def is_distressed(truth: np.ndarray) -> np.ndarray:
    return np.isin(truth, [STATES.index(state) for state in DISTRESS])


class Scorer:
    """The graph as ONNX Runtime runs it."""

    def __init__(self, model: bytes):
        self.session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])

    def __call__(self, vectors: csr_matrix) -> tuple[np.ndarray, np.ndarray]:
        states, distress = [], []
        for row in range(vectors.shape[0]):
            scored = self.session.run(["states", "distress"], {"message": vectors[row].toarray()})
            states.append(scored[0][0])
            distress.append(scored[1][0, 0])
        return np.array(states), np.array(distress)


def check_same(scorer: Scorer, experts: Experts, vectors: csr_matrix) -> None:
    farthest = np.abs(scorer(vectors)[0] - experts.probabilities(vectors)).max()
    if farthest > 1e-4:
        raise SystemExit(f"the graph differs from what was fitted by {farthest}")


def self_test(scorer: Scorer, maker: VectorMaker, rows: list[dict]) -> list[dict]:
    """Plain small-letter messages, which redaction leaves as they are, with their scores."""
    plain = [row["text"] for row in rows if re.fullmatch(r"[a-z][a-z ,.'?!]{20,}", row["text"])][:16]
    states, distress = scorer(maker.vectors(plain))
    return [
        {
            "text": text,
            "states": {state: round(float(p), 6) for state, p in zip(STATES, states[row], strict=True)},
            "distress": round(float(distress[row]), 6),
        }
        for row, text in enumerate(plain)
    ]


if __name__ == "__main__":
    main()
