"""What may stand in a configuration file, as pydantic validates it and JSON Schema tells it.

Importing pydantic takes longer than all else that a run without spaCy does, so only `check`
and the command that prints the schema import this module. No value is taken from here: a file
that is known to hold needs no second look. Descriptions are those of the
documentation and of the JSON Schema.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, LiteralString, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)  # fmt: skip
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function

from fact_cli.config.choices import FAIL_ON, LANGUAGES
from fact_cli.errors import UsageError
from fact_cli.model.finding import Severity
from fact_cli.model.unit import Dimension
from fact_cli.read.ignored import excluded
from fact_cli.read.path_dates import TemplateError, compiled
from fact_cli.report import FORMATS
from fact_cli.rule_names import rule_names


@dataclass(frozen=True)
class _OneOf:
    """Of a string: that it is one of ``names``; ``what`` they are, for the message."""

    names: tuple[str, ...]
    what: str

    def __get_pydantic_core_schema__(
        self, source: type[str], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return no_info_after_validator_function(self._known, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        del schema, handler
        return {"type": "string", "enum": list(self.names)}

    def _known(self, given: str) -> str:
        if given not in self.names:
            raise _refused(self.what, known=list(self.names))
        return given


def _refused(kind: str, **more: Any) -> PydanticCustomError:
    """An error that `check` puts into words by its ``kind``."""
    return PydanticCustomError(cast(LiteralString, kind), "refused", more)


def _glob(given: str) -> str:
    try:
        excluded([given])
    except UsageError as error:
        raise _refused("pattern") from error
    return given


def _template(given: str) -> str:
    try:
        compiled(given)
    except TemplateError as error:
        raise _refused("template", at=str(error)) from error
    return given


RuleName = Annotated[str, _OneOf(tuple(rule_names()), "rule")]
SeverityName = Annotated[str, _OneOf(tuple(one.value for one in Severity), "severity")]
_MEASURED = tuple(one.value for one in Dimension if one is not Dimension.MONEY)
DimensionName = Annotated[str, _OneOf(_MEASURED, "dimension")]
FailOn = Annotated[str, _OneOf(FAIL_ON, "choice")]
Language = Annotated[str, _OneOf(LANGUAGES, "choice")]
Format = Annotated[str, _OneOf(FORMATS, "choice")]
Glob = Annotated[str, AfterValidator(_glob)]
Template = Annotated[str, AfterValidator(_template)]
# Words parted by single spaces, as the built-in data writes them.
Words = Annotated[str, StringConstraints(pattern=r"^[^\s]+( [^\s]+)*$", max_length=100)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]{2,4}$")]
Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$")]
Factor = Annotated[Decimal, Field(gt=0, allow_inf_nan=False, max_digits=40)]
Offset = Annotated[Decimal, Field(allow_inf_nan=False, max_digits=40)]


class _Table(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-")
    )


class Currency(_Table):
    """A currency by its code: the nouns for it and its signs, as in `currencies.toml`.

    An entry of a known code adds to what stands there.
    """

    words: list[Words] = Field(default=[], description="Nouns for it, in the singular.")
    signs: list[Words] = Field(default=[], description="Signs and codes that stand by a figure.")


class UnitOfMeasure(_Table):
    """A unit by a name of your own, as in `units.toml`.

    An entry of a known name adds words and signs to what stands there, and has no more.
    """

    measures: DimensionName | None = Field(
        default=None, description="What it measures: `length`, `mass`, … as in `units.toml`."
    )
    factor: Factor | None = Field(default=None, description="How many of the base unit it is (1).")
    offset: Offset | None = Field(default=None, description="Added after the factor (0): °F to °C.")
    words: list[Words] = Field(default=[], description="Nouns for it, in the singular.")
    signs: list[Words] = Field(default=[], description="Its signs, of which the first is reported.")
    si: str = Field(
        default="", pattern="^[nµmcdhkMGTP]*$", description="The SI prefixes that it takes."
    )


class Classes(_Table):
    """Verbs by infinitive; those in -er and -ir are inflected by rule."""

    say: list[Words] = Field(
        default=[], description="Verbs of saying: what follows is somebody's word."
    )
    announce: list[Words] = Field(
        default=[],
        description="Verbs of saying whose object is what is said: « annonce 300 départs ».",
    )


class Verbs(_Table):
    """Verbs, as in `verbs.toml`."""

    classes: Classes = Field(default=Classes(), description="Verbs of saying, by class.")
    irregular: dict[Words, list[Words]] = Field(
        default={}, description="The third persons and participles of a verb of the third group."
    )


class Boilerplate(_Table):
    """Headings of what stands beside an article's own text, as in `blocks.toml`."""

    leads: list[Words] = Field(default=[], description="Words with which such a block begins.")
    lists: list[Words] = Field(
        default=[],
        description="Those of the leads that open a list: the short lines below belong to it.",
    )


class Lexicon(_Table):
    """Words of your own, in the form of the built-in data."""

    units: dict[Name, UnitOfMeasure] = Field(default={}, description="Units of measure by name.")
    currencies: dict[Code, Currency] = Field(default={}, description="Currencies by code.")
    verbs: Verbs = Field(default=Verbs(), description="Verbs of saying.")
    boilerplate: Boilerplate = Field(
        default=Boilerplate(), description="Headings of links, adverts and notices."
    )


class Factcheck(_Table):
    """`.factcheck.toml`, or the table `[tool.factcheck]` of a `pyproject.toml`."""

    select: list[RuleName] = Field(
        default=[], description="Only these rules; where it is empty, all that run by default."
    )
    ignore: list[RuleName] = Field(default=[], description="All but these rules.")
    severity: dict[RuleName, SeverityName] = Field(
        default={},
        description="`error`, `warning` or `info` of a rule, in place of its own severity; "
        "weaker evidence still lowers it.",
    )
    per_file_ignores: dict[Glob, list[RuleName]] = Field(
        default={},
        description="Rules that are silent in the files that a glob means, as `.gitignore` has "
        "globs, counted from the folder of this file; with `!` before it, in all others.",
    )
    exclude: list[Glob] = Field(
        default=[],
        description="What is left out of folders, as `.gitignore` has it, counted from the "
        "folder of this file. A file that is named itself is read all the same.",
    )
    fail_on: FailOn = Field(
        default="error",
        description="Least severity that makes the exit status 1: `error`, `warning`, `info` or "
        "`never`.",
    )
    lang: Language = Field(default="fr", description="Language of messages: `fr` or `en`.")
    published: list[Template] = Field(
        default=[],
        description="Paths that tell the publication date: `{year}`, `{month}` and `{day}` in "
        "four, two and two digits, `*` for part of a name, `**` for any folders; without a slash, "
        "the file's name alone. The first that matches tells. "
        "Metadata of the article itself goes before.",
    )
    output_format: Format = Field(
        default="full", description=f"How to write the report: `{'`, `'.join(FORMATS)}`."
    )
    lexicon: Lexicon = Field(default=Lexicon(), description="Words of your own.")


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the file, draft 2020-12."""
    schema = Factcheck.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
