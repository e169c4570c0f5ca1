"""The command line: options to arguments, outcomes to exit status.

Only click is imported here; what a command needs it imports when it runs, so that help
costs nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

import click

from fact_cli import __version__

if TYPE_CHECKING:
    from fact_cli.model.finding import ArticleResult, InputFailure

FORMATS = (
    "full", "concise", "json", "jsonl", "csv", "sarif", "github", "gitlab", "junit", "checkstyle",
    "rdjson", "markdown",
)  # fmt: skip
SEVERITIES = ("info", "warning", "error")
FOR_PEOPLE = ("full", "concise")
FINDINGS, UNUSABLE, INTERRUPTED = 1, 2, 130  # exit statuses


class _DefaultToCheck(click.Group):
    """``factcheck article.txt`` is ``factcheck check article.txt``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version"}
        if args and args[0] not in self.commands and not own.intersection(args[:1]):
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[OPTIONS] PATH…")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of the default command stand in the main help."""
        check = self.commands["check"]
        options = [p for p in check.get_params(ctx) if isinstance(p, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section("Options"):
            formatter.write_dl(records)
        with formatter.section("Commands"):
            formatter.write_dl(
                [(n, c.get_short_help_str(60)) for n, c in sorted(self.commands.items())]
            )


@click.group(
    cls=_DefaultToCheck,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
)
@click.version_option(__version__, prog_name="factcheck", message="%(prog)s %(version)s")
def cli() -> None:
    """Check the figures and dates of French articles against each other.

    PATH is a .txt or .jsonl file, a folder of them, or - for standard input. Exit status:
    0 nothing found, 1 findings, 2 something could not be read.
    """


@cli.command(context_settings={"auto_envvar_prefix": "FACTCHECK"})
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--published", metavar="YYYY-MM-DD", help="Publication date of the articles.")
@click.option(
    "--output-format",
    type=click.Choice(FORMATS),
    default="full",
    metavar="FORMAT",
    help=f"How to write the report: {', '.join(FORMATS)}.",
)
@click.option("-o", "--output-file", metavar="FILE", help="Write the report to FILE.")
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules (repeatable).")
@click.option("--ignore", multiple=True, metavar="RULE", help="All but these rules (repeatable).")
@click.option(
    "--fail-on",
    type=click.Choice((*SEVERITIES, "never")),
    default="error",
    help="Least severity that makes the exit status 1.",
)
@click.option("--lang", type=click.Choice(("fr", "en")), default="fr", help="Language of messages.")
@click.option("--stdin-filename", metavar="NAME", help="Name and format of standard input.")
@click.option("--bom", is_flag=True, help="Begin csv with a byte order mark.")
@click.option("--quiet", is_flag=True, help="Errors and warnings only.")
@click.option("--verbose", is_flag=True, help="Also the checks that hold, for every file.")
@click.option(
    "--color", type=click.Choice(("auto", "always", "never")), default="auto", help="Colours."
)
@click.pass_context
def check(ctx: click.Context, /, **options: Any) -> None:
    """Check articles (the default command)."""
    from fact_cli.errors import FactcheckError

    try:
        status = _check(**options)
    except FactcheckError as error:
        click.echo(f"factcheck: {error.message(options['lang'])}", err=True)
        status = UNUSABLE
    except BrokenPipeError:
        _silence()
        status = 0
    except KeyboardInterrupt:
        status = INTERRUPTED
    except OSError as error:
        click.echo(f"factcheck: {error.strerror or error}", err=True)
        _silence()
        status = UNUSABLE
    ctx.exit(status)


def _check(
    *,
    paths: tuple[str, ...],
    published: str | None,
    output_format: str,
    output_file: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    lang: str,
    stdin_filename: str | None,
    bom: bool,
    quiet: bool,
    verbose: bool,
    color: str,
) -> int:
    from dataclasses import replace

    from fact_cli.pipeline.installed import model_folder
    from fact_cli.report import load
    from fact_cli.rule import selected
    from fact_cli.run import Settings, check_paths, publication

    model_folder()
    settings = Settings(publication(published), _names(select), _names(ignore))
    selected(settings.select, settings.ignore)
    tally = _Tally(lang)
    stdin = None if sys.stdin is None else (stdin_filename or "-", sys.stdin.buffer)
    outcomes = tally.watch(check_paths(paths, settings, stdin))
    with _opened(output_file, paths, machine=output_format not in FOR_PEOPLE) as out:
        options = _report_options(out, paths, lang, color)
        options = replace(options, quiet=quiet, verbose=verbose, bom=bom)
        load(output_format).render(outcomes, out, options)
        out.flush()
    return tally.status(fail_on)


def _names(given: Iterable[str]) -> list[str]:
    """Rule names, which may also stand together with commas."""
    return [name for one in given for name in one.split(",") if name]


class _Tally:
    """Counts what decides the exit status, and says failures on standard error."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.failed = False
        self.worst = -1

    def watch(
        self, outcomes: Iterable[ArticleResult | InputFailure]
    ) -> Iterator[ArticleResult | InputFailure]:
        from fact_cli.model.finding import ArticleResult
        from fact_cli.report.words import printed

        for outcome in outcomes:
            if isinstance(outcome, ArticleResult):
                ranks = (finding.severity.rank for finding in outcome.findings)
                self.worst = max(self.worst, *ranks, -1)
            else:
                self.failed = True
                message = outcome.message(self.language)
                click.echo(f"factcheck: {printed(outcome.path)}: {message}", err=True)
            yield outcome

    def status(self, fail_on: str) -> int:
        if self.failed:
            return UNUSABLE
        threshold = len(SEVERITIES) if fail_on == "never" else SEVERITIES.index(fail_on)
        return FINDINGS if self.worst >= threshold else 0


def _silence() -> None:
    """Whoever read the report has read enough; nothing may be written at exit either."""
    from contextlib import suppress

    if sys.stdout is not None:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _opened(output_file: str | None, paths: tuple[str, ...], *, machine: bool) -> Any:
    """Where the report goes; a format for programs is UTF-8 whatever the terminal is."""
    from contextlib import nullcontext

    from fact_cli.errors import UsageError

    if output_file is None:
        if sys.stdout is None:
            raise UsageError("la sortie standard est fermée", "standard output is closed")
        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace", **({"encoding": "utf-8"} if machine else {}))
        return nullcontext(sys.stdout)
    if any(_same_file(path, output_file) for path in paths):
        raise UsageError(
            f"{output_file}: le rapport écraserait l’article", f"{output_file}: is an article"
        )
    try:
        return open(output_file, "w", encoding="utf-8", errors="replace")
    except OSError as error:
        raise UsageError(
            f"{output_file}: écriture impossible ({error.strerror})",
            f"{output_file}: cannot be written ({error.strerror})",
        ) from error


def _same_file(path: str, output_file: str) -> bool:
    """Whether the report would be written over an article, or into a folder to be read."""
    try:
        inside = os.path.isdir(path) and os.path.exists(output_file)
        return os.path.samefile(path, output_file) or (
            inside and os.path.realpath(output_file).startswith(os.path.realpath(path) + os.sep)
        )
    except OSError:
        return False


def _report_options(out: TextIO, paths: tuple[str, ...], lang: str, color: str) -> Any:
    from shutil import get_terminal_size

    from fact_cli.report import ReportOptions

    terminal = out.isatty()
    wanted = color == "always" or (color == "auto" and terminal and not os.environ.get("NO_COLOR"))
    many = os.path.isdir(paths[0]) or paths[0].endswith(".jsonl")
    single = len(paths) == 1 and not many
    width = get_terminal_size((80, 24)).columns
    folder = os.getcwd()
    root = os.environ.get("GITHUB_WORKSPACE") or os.environ.get("CI_PROJECT_DIR") or folder
    summary = os.environ.get("GITHUB_STEP_SUMMARY") or None
    return ReportOptions(
        lang, wanted, width, table=single, root=root, folder=folder, summary=summary
    )


@cli.command("rule")
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--lang", type=click.Choice(("fr", "en")), default="fr", help="Language of titles.")
@click.pass_context
def explain(ctx: click.Context, name: str | None, lang: str) -> None:
    """List the rules, or explain one with its examples."""
    from fact_cli.errors import FactcheckError
    from fact_cli.explain import explanation, listing

    try:
        click.echo(listing(lang) if name is None else explanation(name, lang))
    except FactcheckError as error:
        click.echo(f"factcheck: {error.message(lang)}", err=True)
        ctx.exit(UNUSABLE)
