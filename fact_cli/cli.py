"""The command line: options to arguments, outcomes to exit status.

Only click is imported here; what a command needs it imports when it runs, so that help
costs nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Container, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from fact_cli import __version__
from fact_cli.errors import FactcheckError
from fact_cli.failures import UNUSABLE, exit_status, say
from fact_cli.options import OF_CONFIG, Jobs, config_command, configuration

if TYPE_CHECKING:
    from fact_cli.config.config import Config
    from fact_cli.model.finding import ArticleResult, InputFailure, Message

FORMATS = (
    "full", "concise", "json", "jsonl", "csv", "sarif", "github", "gitlab", "junit", "checkstyle",
    "rdjson", "markdown",
)  # fmt: skip
SEVERITIES = ("info", "warning", "error")
FOR_PEOPLE = ("full", "concise")
FINDINGS = 1  # exit status
_ENDINGS = (FactcheckError, OSError, KeyboardInterrupt)


class _DefaultToCheck(click.Group):
    """``factcheck article.txt`` is ``factcheck check article.txt``."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Writes the help or the version where they are asked for, which may fail."""
        try:
            return super().make_context(*args, **extra)
        except _ENDINGS as error:
            raise click.exceptions.Exit(exit_status(error)) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except _ENDINGS as error:
            ctx.exit(exit_status(error, ctx.obj or "fr"))

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

    PATH is an article (.txt, .md, .html, .docx, .odt, .pdf, NewsML, NITF, ninjs, .jsonl), a
    folder of them, or - for standard input. Exit status: 0 nothing found, 1 findings,
    2 something could not be read.
    """


@cli.command(context_settings={"auto_envvar_prefix": "FACTCHECK"})
@click.argument("paths", nargs=-1, metavar="PATH…")
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
@click.option(
    "--exclude",
    multiple=True,
    metavar="GLOB",
    help="Leave out of folders what matches, as .gitignore does (repeatable).",
)
@click.option("--diff", metavar="REV", help="Only findings on lines changed since REV (git).")
@click.option(
    "--config",
    "config_file",
    metavar="FILE",
    envvar="FACTCHECK_CONFIG",
    help="Configuration, in place of the nearest .factcheck.toml or pyproject.toml.",
)
@click.option(
    "-j",
    "--jobs",
    type=Jobs(),
    default="1",
    metavar="N",
    help="Check N articles at a time, or auto for as many as there are cores.",
)
@click.option("--no-cache", is_flag=True, help="Check also what was checked before.")
@click.option("--watch", is_flag=True, help="Check again what is saved, until Ctrl-C.")
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
    ctx.find_root().obj = options["lang"]
    if not options["paths"]:
        if options["diff"] is None:
            raise click.MissingParameter(ctx=ctx, param=ctx.command.params[0])
        options["paths"] = (".",)
    if not options["watch"]:
        ctx.exit(_check(config=configuration(ctx), **options))
    from fact_cli.watch.loop import watch

    watch(
        options["paths"],
        lambda: configuration(ctx),
        lambda config, only: _check(config=config, only=only, **options),
        output_file=options["output_file"],
        quiet=options["quiet"],
    )


def _check(
    *,
    config: Config,
    only: Container[str] | None = None,
    paths: tuple[str, ...],
    published: str | None,
    output_file: str | None,
    diff: str | None,
    jobs: int,
    no_cache: bool,
    stdin_filename: str | None,
    bom: bool,
    quiet: bool,
    verbose: bool,
    color: str,
    **_: Any,
) -> int:
    from dataclasses import replace

    from fact_cli.output import opened, report_options
    from fact_cli.pipeline.installed import model_folder
    from fact_cli.progress import ProgressBar
    from fact_cli.report import load
    from fact_cli.run import Settings, check_paths, publication

    model_folder()
    lang, output_format = config.lang, config.output_format
    settings = Settings(
        publication(published),
        config.select,
        config.ignore,
        config.severity,
        config.by_path,
        config.additions,
    )
    tally = _Tally(lang)
    stdin = None if sys.stdin is None else (stdin_filename or "-", sys.stdin.buffer)
    shown = not quiet and sys.stderr is not None and sys.stderr.isatty()
    bar = ProgressBar(lang, colored=color != "never")
    begun = bar.begun if shown else None
    checked = check_paths(
        paths,
        settings,
        stdin,
        exclude=config.exclude,
        relative_to=config.exclude_from,
        only=only,
        begun=begun,
        since=diff,
        cache=None if no_cache else _notice(lang, quiet=quiet or only is not None),
        jobs=jobs,
    )
    with bar, opened(output_file, paths, machine=output_format not in FOR_PEOPLE) as out:
        options = report_options(out, paths, lang, color)
        options = replace(options, quiet=quiet, verbose=verbose, bom=bom, since=diff)
        outcomes = tally.watch(bar.watch(checked, shared=out.isatty()))
        load(output_format).render(outcomes, out, options)
        out.flush()
    return tally.status(config.fail_on)


cli.add_command(config_command(check))


def _notice(language: str, *, quiet: bool) -> Callable[[Message], None]:
    """Says what the user may want to know, though nothing failed."""
    return lambda message: None if quiet else say(message(language))


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
                ranks = (finding.severity.rank for finding in outcome.unaccepted)
                self.worst = max(self.worst, *ranks, -1)
            else:
                self.failed = True
                message = outcome.message(self.language)
                say(f"{printed(outcome.path)}: {message}")
            yield outcome

    def status(self, fail_on: str) -> int:
        if self.failed:
            return UNUSABLE
        threshold = len(SEVERITIES) if fail_on == "never" else SEVERITIES.index(fail_on)
        return FINDINGS if self.worst >= threshold else 0


@cli.command("rule")
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--lang", type=click.Choice(("fr", "en")), default="fr", help="Language of titles.")
@click.pass_context
def explain(ctx: click.Context, name: str | None, lang: str) -> None:
    """List the rules, or explain one with its examples."""
    from fact_cli.explain import explanation, listing

    ctx.find_root().obj = lang
    click.echo(listing(lang) if name is None else explanation(name, lang))


@cli.command("accept")
@click.argument("paths", nargs=-1, metavar="PATH…")
@click.option("-m", "--reason", default="", metavar="TEXT", help="Why they stand (needed).")
@click.option("--rule", "rules", multiple=True, metavar="RULE", help="Only of these rules.")
@click.option("--line", "lines", multiple=True, type=int, metavar="N", help="Only on these lines.")
@click.option("--prune", is_flag=True, help="Remove what matches nothing any more instead.")
@click.option("--published", metavar="YYYY-MM-DD", help="Publication date of the articles.")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave out of folders.")
@click.option(
    "--config", "config_file", metavar="FILE", envvar="FACTCHECK_CONFIG", help="As of check."
)
@click.option("--lang", type=click.Choice(("fr", "en")), default="fr", help="Language of messages.")
@click.pass_context
def accept(ctx: click.Context, /, **options: Any) -> None:
    """Let current findings stand, with a reason.

    They are written down in .factcheck-accepted.toml, by their words and context.
    """
    from fact_cli.accepting import run

    ctx.find_root().obj = options["lang"]
    chosen = {name: value for name, value in options.items() if name not in OF_CONFIG}
    ctx.exit(run(config=configuration(ctx), **chosen))
