"""The command line: python -m heed_training train --help, python -m heed_training evaluate --help."""

import argparse
import json
import sys
from pathlib import Path

from heed_training.model_directory import refuse_existing
from heed_training.targets import read_target, target_of_manifest
from heed_training.training import train, write
from heed_training.training_set import read_manifest, read_training_set
from heed_training.written_model import read_written_model


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; gives the exit status."""
    options = _parser().parse_args(arguments)
    try:
        figures = options.run(options)
    except (ValueError, KeyError, OSError) as refused:
        print(f"heed_training: {refused}", file=sys.stderr)
        return 1
    print(json.dumps(figures))
    return 0


def _train(options: argparse.Namespace) -> dict:
    if not options.out.name.isdigit():
        raise ValueError(f"--out does not end in a version number: {options.out} (legal: models/repository/NAME/1)")
    if not options.replace:
        refuse_existing(options.out)
    data = read_training_set(options.training_set, keep_treated=options.treated == "keep")
    target = (
        read_target(options.target, data.target)
        if options.target
        else target_of_manifest(read_manifest(options.training_set))
    )
    data = data.with_features(target.features)
    print(f"{len(data.train)} rows to learn from, {len(data.test)} to test on, {len(data.features)} features")
    trained = train(data, target, options.alert_share, options.seed, options.explain_from)
    content = write(trained, data, target, options.out, options.replace)
    print(f"written: {options.out}")
    choices = trained.blend.choices
    return {
        "target": target.name,
        "model": options.out.parent.name,
        "version": int(options.out.name),
        "hash": content,
        "split": data.split,
        "trainRows": len(data.train),
        "gapRows": data.gap_left_out,
        "treatedLeftOut": data.treated_left_out,
        "features": len(data.features),
        "trees": choices.boosting.trees,
        "shareOfTrees": trained.blend.parts.share_of_trees,
        "threshold": trained.threshold,
        "test": trained.test_figures.as_dict(),
    }


def _evaluate(options: argparse.Namespace) -> dict:
    model = read_written_model(options.model)
    data = read_training_set(options.training_set, keep_treated=options.treated == "keep")
    return {"model": model.name, "version": model.version, "split": data.split, "test": model.evaluate(data).as_dict()}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="heed_training", description="Trains Heed's models.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser(
        "train",
        help="train a model on an exported training set and write its directory",
        description="Trains a model and writes a model directory. The last line printed is one JSON object.",
    )
    command.set_defaults(run=_train)
    _add_rows(command)
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help="e.g. models/repository/NAME/1")
    command.add_argument(
        "--target", type=Path, metavar="FILE", help="a YAML that declares the target (default: what the manifest says)"
    )
    command.add_argument(
        "--alert-share",
        type=float,
        default=0.1,
        metavar="SHARE",
        help="the threshold is the score that this share of decisions reaches (default: 0.1)",
    )
    command.add_argument(
        "--explain-from",
        type=float,
        metavar="SCORE",
        help="predictions carry reasons from this score on; 0 for all (default: the threshold)",
    )
    command.add_argument("--seed", type=int, default=7, help="of everything random (default: 7)")
    command.add_argument("--replace", action="store_true", help="overwrite a version that nobody has deployed yet")
    evaluate = commands.add_parser(
        "evaluate",
        help="score the test part of a training set with a written model",
        description="Scores the test part of a training set. The last line printed is one JSON object.",
    )
    evaluate.set_defaults(run=_evaluate)
    _add_rows(evaluate)
    evaluate.add_argument("--model", type=Path, required=True, metavar="DIR", help="e.g. models/repository/NAME/1")
    return parser


def _add_rows(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--training-set", type=Path, required=True, metavar="DIR", help="manifest.json, rows-*.parquet"
    )
    command.add_argument(
        "--treated",
        choices=["drop", "keep"],
        default="drop",
        help="rows followed by treatment: they tell what treatment does, not what happens without it (default: drop)",
    )


if __name__ == "__main__":
    sys.exit(main())
