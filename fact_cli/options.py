"""From the options of a command to the configuration in effect, and ``factcheck config``."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from fact_cli.config.config import Config

# The options that give a key of the configuration its value for one run, and that which names
# the file.
OF_CONFIG = ("select", "ignore", "exclude", "fail_on", "lang", "output_format", "config_file")
ENVIRONMENT = "FACTCHECK"


class Jobs(click.ParamType):
    """A number of processes; ``auto``, or 0, is one for each core that this process may use."""

    name = "jobs"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if value in {"auto", "0", 0}:
            return _cores()
        if str(value).isdecimal():
            return int(value)
        raise click.BadParameter(f"{value!r} is neither a number nor auto", ctx, param)


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS, Windows
        return os.cpu_count() or 1


def configuration(ctx: click.Context) -> Config:
    """What holds for a run of the command of ``ctx``, by its options, variables and paths."""
    from fact_cli.config.effective import Said, effective

    said: dict[str, Said] = {}
    for option in ctx.command.params:
        name = option.name or ""
        source = ctx.get_parameter_source(name)
        if source is None or source.name not in {"COMMANDLINE", "ENVIRONMENT"}:
            continue
        value = ctx.params[name]
        said[name] = Said(
            _names(value) if name in {"select", "ignore"} else value,
            option.opts[0] if source.name == "COMMANDLINE" else f"{ENVIRONMENT}_{name.upper()}",
        )
    config = effective(
        ctx.params["paths"],
        {name: one for name, one in said.items() if name in OF_CONFIG},
        config_file=ctx.params["config_file"],
        stdin_name=ctx.params.get("stdin_filename"),
        cached=not ctx.params.get("no_cache", True),
    )
    ctx.find_root().obj = config.lang
    return config


def _names(given: Iterable[str]) -> tuple[str, ...]:
    """Rule names, which may also stand together with commas."""
    return tuple(name for one in given for name in one.split(",") if name)


def config_command(check: click.Command) -> click.Command:
    """``factcheck config``, with those options of ``check`` that give a key its value."""
    paths = click.Argument(["paths"], nargs=-1, metavar="[PATH…]")
    schema = click.Option(["--schema"], is_flag=True, help="Print the JSON Schema of the file.")
    options = [option for option in check.params if option.name in OF_CONFIG]
    return click.Command(
        "config",
        context_settings={"auto_envvar_prefix": ENVIRONMENT},
        params=[paths, *options, schema],
        callback=_show,
        help="Print the configuration in effect, each value with its source.",
        short_help="Print the configuration in effect.",
    )


@click.pass_context
def _show(ctx: click.Context, /, *, schema: bool, lang: str, **_: Any) -> None:
    import json

    ctx.find_root().obj = lang
    if schema:
        from fact_cli.config.schema import json_schema

        click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
        return
    from fact_cli.config.show import shown

    config = configuration(ctx)
    click.echo(shown(config, config.lang), nl=False)
