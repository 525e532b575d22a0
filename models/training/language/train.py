"""Trains the models of emotional states and writes their directories of the model repository.

    python models/training/language/train.py --emotions ../shared/data/emotions encoder
    python models/training/language/train.py --emotions ../shared/data/emotions light

needs the packages of requirements.txt, a JDK and Maven. The encoder takes about half an hour of one core with bfloat16
units, the light model a minute.
"""

import argparse
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import light
import numpy as np
import onnx
import torch
from calibration import calibrated, calibration
from corpus import REASONS, REPOSITORY, SEED, capped, numbers, service_messages, texts, unseen_part
from directory import Card, write_version
from encoder import Reader, pretrained
from figures import ReasonFigures, best_threshold, figures, reason_figures
from finetuning import UNKNOWN, Labelled, fine_tune, probabilities
from graph import Scorer, dense, graph, inputs, mixed
from messages import MessageMaker
from states import STATES, go_emotions

RATE = 5e-5
EPOCHS = 3
COMMENTS_AMONG_SERVICE = 6_000


@dataclass(frozen=True)
class Trained:
    """A graph and what it gave for the unseen part of the training messages, before it learnt from them too."""

    model: onnx.ModelProto
    unseen_states: np.ndarray
    unseen_distress: np.ndarray
    inputs: Callable[[list[str]], list[dict[str, np.ndarray]]]
    reasons: dict[str, ReasonFigures]


def main() -> None:
    """Trains one model, scores the test parts once and writes the version."""
    arguments = parsed()
    torch.set_num_threads(arguments.threads)
    maker = MessageMaker(REPOSITORY, arguments.cache)
    comments, service = capped(go_emotions(arguments.emotions, "train")), service_messages("train")
    unseen = unseen_part(service)
    train = {"encoder": train_encoder, "light": train_light}[arguments.model]
    trained = train(maker, comments, service, unseen)

    truth = numbers(service)[unseen]
    threshold = best_threshold(trained.unseen_distress, truth)
    scorer = Scorer(trained.model)
    tests = {
        "service messages, unseen fifth of the training part": figures(
            trained.unseen_states, trained.unseen_distress, truth, threshold
        )
    }
    for name, rows in {
        "service messages, test part": service_messages("test"),
        "GoEmotions, test part": go_emotions(arguments.emotions, "test"),
    }.items():
        states, distress = scorer(trained.inputs(texts(rows)))
        tests[name] = figures(states, distress, numbers(rows), threshold)
    card = Card(arguments.model, threshold, tests, trained.reasons, len(comments), len(service))
    out = arguments.out or REPOSITORY / "models" / "repository" / "emotional-state" / VERSIONS[arguments.model]
    vocabulary = maker.vocabulary if arguments.model == "encoder" else None
    write_version(out, trained.model, vocabulary, self_test(scorer, trained.inputs), trained.unseen_distress, card)
    print(json.dumps({name: test.summary() for name, test in tests.items()}))


VERSIONS = {"encoder": "2", "light": "3"}


def parsed() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", choices=list(VERSIONS))
    parser.add_argument("--emotions", type=Path, required=True, help="folder with goemotions-{train,dev,test}.tsv.gz")
    parser.add_argument("--out", type=Path, help="the version's folder (default: models/repository/emotional-state/2 or 3)")
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "heed-messages")
    parser.add_argument("--threads", type=int, default=1, help="more than one helps only on an idle machine")
    return parser.parse_args()


def train_encoder(maker: MessageMaker, comments: list[dict], service: list[dict], unseen: np.ndarray) -> Trained:
    """First comments, then service messages among comments; calibrated before the unseen part is learnt too."""
    ordinary, messages = labelled(maker, comments, False), labelled(maker, service, True)
    among = ordinary.part(np.random.default_rng(SEED).permutation(len(ordinary))[:COMMENTS_AMONG_SERVICE])
    torch.manual_seed(SEED)
    reader = Reader(pretrained(maker.encoder), len(STATES), len(REASONS))
    taught_by_comments(reader, ordinary, maker.cache)
    of_comments = {name: weights.clone() for name, weights in reader.state_dict().items()}

    fine_tune(reader, messages.part(np.where(~unseen)[0]) + among, EPOCHS, RATE, "four fifths of the service messages")
    judged = messages.part(np.where(unseen)[0])
    states, reasons = probabilities(reader, judged.pieces)
    words, comment_words = maker.vectors(texts(service)), maker.vectors(texts(comments))
    seen = light.fit(words[~unseen], messages.states[~unseen], comment_words, ordinary.states)
    states = mixed(states, seen.probabilities(words[unseen]))
    slope, offset = calibration(states, judged.states)

    reader.load_state_dict(of_comments)
    fine_tune(reader, messages + among, EPOCHS, RATE, "all service messages")
    beside = light.fit(words, messages.states, comment_words, ordinary.states)
    return Trained(
        graph(reader, beside, slope, offset),
        states,
        calibrated(states, slope, offset),
        lambda rows: inputs([message["pieces"] for message in maker.read(rows)], maker.vectors(rows)),
        {"unseen fifth of the training part": reason_figures(reasons, judged.reasons)},
    )


def taught_by_comments(reader: Reader, comments: Labelled, cache: Path) -> None:
    """Comments rarely change, so what they taught is kept beside the messages."""
    taught = json.dumps([comments.pieces, comments.states.tolist(), RATE])
    file = cache / f"comments-{hashlib.sha256(taught.encode()).hexdigest()[:24]}.pt"
    if file.exists():
        reader.load_state_dict(torch.load(file))
        return
    fine_tune(reader, comments, 1, RATE, "comments")
    torch.save(reader.state_dict(), file)


def train_light(maker: MessageMaker, comments: list[dict], service: list[dict], unseen: np.ndarray) -> Trained:
    """The same for words alone."""
    ordinary, messages, states = maker.vectors(texts(comments)), maker.vectors(texts(service)), numbers(service)
    seen = light.fit(messages[~unseen], states[~unseen], ordinary, numbers(comments)).probabilities(messages[unseen])
    slope, offset = calibration(seen, states[unseen])
    model = light.graph(light.fit(messages, states, ordinary, numbers(comments)), slope, offset)
    words = lambda rows: [{"message": vector} for vector in dense(maker.vectors(rows))]  # noqa: E731
    return Trained(model, seen, calibrated(seen, slope, offset), words, {})


def labelled(maker: MessageMaker, rows: list[dict], has_reasons: bool) -> Labelled:
    """Rows as the encoder learns from them."""
    reasons = [REASONS.index(row["reason"]) if has_reasons else UNKNOWN for row in rows]
    return Labelled([message["pieces"] for message in maker.read(texts(rows))], numbers(rows), np.array(reasons))


def self_test(scorer: Scorer, read: Callable[[list[str]], list[dict[str, np.ndarray]]]) -> list[dict]:
    """Plain small-letter messages, which redaction leaves as they are, with their scores."""
    plain = [text for text in texts(service_messages("test")) if text.isascii() and text.islower() and len(text) > 30]
    plain = [text for text in plain if not any(letter.isdigit() or letter in "@[" for letter in text)][:16]
    states, distress = scorer(read(plain))
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
