"""Message vectors made by the serving code in Java, so that training and serving cannot drift apart."""

import hashlib
import json
import os
import subprocess
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

MEANING = 384
SIGNS = 22
HASHED = 16_384
LENGTH = MEANING + SIGNS + HASHED


class VectorMaker:
    """Runs io.heed.language.training.MessageVectors and keeps what it made in a cache outside the repository."""

    def __init__(self, repository: Path, cache: Path):
        self.repository = repository
        self.cache = cache
        self.class_path = self._compiled()
        self.code = self._code_hash()
        cache.mkdir(parents=True, exist_ok=True)

    def vectors(self, texts: list[str]) -> csr_matrix:
        lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
        key = hashlib.sha256((self.code + lines).encode()).hexdigest()[:24]
        messages, made = self.cache / f"{key}.jsonl", self.cache / f"{key}.bin"
        if not made.exists():
            messages.write_text(lines, encoding="utf-8")
            unfinished = made.with_suffix(".part")
            subprocess.run(
                ["java", "-Xmx1g", "-XX:+UseSerialGC", "-cp", self.class_path,
                 "io.heed.language.training.MessageVectors", str(messages), str(unfinished)],
                check=True, env={**os.environ, "ORT_DISABLE_TELEMETRY": "1"},
            )  # fmt: skip
            unfinished.rename(made)
        return read(made)

    def _compiled(self) -> str:
        """Compiles the module and gives the class path it runs with."""
        subprocess.run(
            ["mvn", "-B", "-q", "-ntp", "-Dchecks=off", "-pl", "language", "-am", "compile",
             "dependency:build-classpath", "-Dmdep.outputFile=target/class-path.txt"],
            check=True, cwd=self.repository,
        )  # fmt: skip
        module = self.repository / "language" / "target"
        return f"{module / 'classes'}:{(module / 'class-path.txt').read_text().strip()}"

    def _code_hash(self) -> str:
        """Changes with every change of what makes a vector."""
        digest = hashlib.sha256()
        sources = self.repository / "language" / "src" / "main" / "java" / "io" / "heed" / "language"
        for package in ["corenlp", "emotion", "encoding", "redaction", "training", "wordpiece"]:
            for file in sorted((sources / package).glob("*.java")):
                digest.update(file.read_bytes())
        return digest.hexdigest()


def read(file: Path) -> csr_matrix:
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
