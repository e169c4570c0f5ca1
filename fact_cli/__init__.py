"""Checks the figures and dates of a French news text against each other.

``check`` is the whole program as a function::

    from fact_cli import check

    result = check("Le prix passe de 80 à 100 euros, soit une hausse de 20 %.")
    for finding in result.findings:
        print(finding.severity, finding.text)

Names are resolved when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing itself would cost a third of the start of --help
if TYPE_CHECKING:
    from fact_cli.errors import FactcheckError
    from fact_cli.model.finding import ArticleResult, Finding
    from fact_cli.run import check

__version__ = "0.1.0"
__all__ = ["ArticleResult", "FactcheckError", "Finding", "__version__", "check"]

_HOMES = {
    "ArticleResult": "fact_cli.model.finding",
    "FactcheckError": "fact_cli.errors",
    "Finding": "fact_cli.model.finding",
    "check": "fact_cli.run",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
