"""The values that a key has to choose from, which the command line offers as well."""

from __future__ import annotations

from fact_cli.model.finding import Severity

LANGUAGES = ("fr", "en")
FAIL_ON = (*(severity.value for severity in Severity), "never")
