"""
What the features of emotion and contact reason are worth to the repeat-contact model.

python comparison/message_features.py OUT, in models/training, makes three workspaces of the telco's, alike but for the
features of the target, trains in each with the customers split, and prints one JSON object with the AUC of the test part:
`without` any feature of emotion or reason, `shipped` as the target is, and `all` with those over time and of reasons too.
Counts of messages stay in all three. Every one is tested on the same customers.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
TARGET = Path("models/targets/repeat-contact.yaml")
COPIED = ("events", "features", "patterns", "triggers", "models/targets", "models/repository/emotional-state")
SHIPPED = ("distress_last", "distress_mean_24h", "distress_max_7d")
# a contact's end names its conversation and no reason, so features of the reason at hand have no place here
OVER_TIME = (
    "distress_smoothed",
    "distress_trend_7d",
    "distressed_share_7d",
    "distressed_channels_7d",
    "distress_turn",
    "hours_since_distress_turn",
    "conversation_distress",
    "conversation_turn",
    "reasons_7d",
    "reasons_30d",
    "reason_conversations_7d",
    "reason_returns_7d",
)


def targets(shipped: str) -> dict[str, str]:
    """The target's file by variant."""
    line = re.compile(r"^( *- )(" + "|".join(SHIPPED) + r")\n", re.MULTILINE)
    found = [match.group(2) for match in line.finditer(shipped)]
    if sorted(found) != sorted(SHIPPED):
        raise SystemExit(f"{TARGET} does not name each of {', '.join(SHIPPED)} once: {found}")
    first = line.search(shipped)
    more = "".join(f"{first.group(1)}{name}\n" for name in OVER_TIME)
    return {
        "without": line.sub("", shipped),
        "shipped": shipped,
        "all": shipped[: first.start()] + more + shipped[first.start() :],
    }


def workspace(folder: Path, target: str) -> None:
    """Copies what the telco declares, with another target and no model of it."""
    for name in COPIED:
        source = ROOT / name / "definitions" if (ROOT / name / "definitions").is_dir() else ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / source.relative_to(ROOT))
    for other in (folder / "models/targets").iterdir():
        other.unlink()
    (folder / TARGET).write_text(target, encoding="utf-8")
    plays = folder / "triggers/definitions"
    for file in plays.iterdir():
        if file.name != "policy.yaml":  # plays read models that are not here
            file.unlink()


def auc(folder: Path) -> float:
    """Trains in a workspace; the AUC of its test part, as the model card says it."""
    command = [str(ROOT / "heed"), "train", str(folder), "--target", "repeat-contact", "--split", "customer"]
    command += ["--events", str(ROOT / "replay-data/recordings/telco/events.jsonl.gz")]
    subprocess.run(command, check=True, cwd=ROOT, stdout=sys.stderr)
    (card,) = (folder / "models/repository/repeat-contact").glob("*/model-card.md")
    return float(re.search(r"^\| AUC \| ([0-9.]+) \|", card.read_text(encoding="utf-8"), re.MULTILINE).group(1))


if __name__ == "__main__":
    out = Path(sys.argv[1]).resolve()
    aucs = {}
    for variant, text in targets((ROOT / TARGET).read_text(encoding="utf-8")).items():
        workspace(out / variant, text)
        aucs[variant] = auc(out / variant)
    print(json.dumps({"auc": aucs, "gain": round(aucs["all"] - aucs["without"], 4)}))
