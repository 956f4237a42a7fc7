"""Arguments in, exit code out.

Everything but click is imported where it is used: start-up is most of the time that one article takes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotecli import __version__
from quotecli.errors import Fault, PatternError
from quotecli.sink import cut_off, ready_streams, sink
from quotecli.terminal import printable

if TYPE_CHECKING:
    from quotecli.grammar import Grammar
    from quotecli.job import Engine

_DONE, _FAILED, _BROKEN_PATTERNS, _INTERRUPTED = 0, 1, 3, 130
_FORMATS = click.Choice(("table", "json", "jsonl", "csv"))
_KINDS = click.Choice(("direct", "mixed", "indirect", "nominal"))
_EXAMPLES = """\b
Examples:
  quotecli extract article.txt
  quotecli extract news/ -o quotes.csv
  quotecli extract - --format jsonl < article.txt | jq .speaker"""
_NO_INPUT = "nothing to read; name files or folders, or pipe text in: quotecli extract - < article.txt"
_NO_FORMAT = "this name tells no format; end it in .json, .jsonl or .csv, or give --format"
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_more_patterns = click.option("--patterns", type=_FOLDER, multiple=True, help="Add a folder of patterns.")


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(args: Sequence[str]) -> int:
    """Run the command line ``args`` and return the exit code; every error becomes a message."""
    ready_streams()
    try:
        code = _invoke(args)
        sys.stdout.flush()
        return code
    except PatternError as error:
        return _say_faults(error.faults)
    except (KeyboardInterrupt, click.Abort):
        return _INTERRUPTED
    except BrokenPipeError:
        cut_off(sys.stdout)
        return _DONE
    except OSError as error:
        cut_off(sys.stdout)
        _say(f"{error.filename or 'standard output'}: cannot be written: {error.strerror}")
        return _FAILED


def _invoke(args: Sequence[str]) -> int:
    # Not click's own main, which leaves with 1 on a closed pipe and on Ctrl-C.
    try:
        with app.make_context("quotecli", list(args)) as context:
            return int(app.invoke(context))
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EXAMPLES)
@click.version_option(__version__, prog_name="quotecli")
def app() -> None:
    """Who said what in Arabic news."""


@app.command(epilog=_EXAMPLES)
@click.argument("paths", metavar="PATH...", nargs=-1)
@click.option("--format", "form", type=_FORMATS, help="By default a table on a terminal, else jsonl.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@_more_patterns
@click.option("--kind", "kinds", type=_KINDS, multiple=True, help="Keep this kind only.")
@click.option("--speaker", metavar="TEXT", help="Keep speakers whose name contains this, however spelled.")
@click.option("--text-field", metavar="NAME", help="JSON Lines field of the text: 'text' if not given.")
@click.option("--id-field", metavar="NAME", help="JSON Lines field to name articles by.")
def extract(
    paths: tuple[str, ...],
    form: str | None,
    output: Path | None,
    patterns: tuple[Path, ...],
    kinds: tuple[str, ...],
    speaker: str | None,
    text_field: str | None,
    id_field: str | None,
) -> int:
    """Find the quotes in articles and name their speakers.

    PATH is a text file, a .jsonl or .jsonl.gz file, a folder of these, or - for standard input.
    """
    from quotecli.emit import emit
    from quotecli.job import Job, only
    from quotecli.read import read

    form = form or _format(output)
    articles = read(paths or _piped(), sys.stdin.buffer, text_field=text_field, id_field=id_field)
    job = Job(_engine(patterns), only(kinds, speaker), _say)
    with nullcontext(sys.stdout) if output is None else sink(output) as out:
        emit(job.quotes(articles), form, out, bom=output is not None)
    if form == "table" and not job.found:
        _say("no quotes found")
    return _FAILED if job.failed else _DONE


@app.group()
def patterns() -> None:
    """Check and list the patterns."""


@patterns.command()
@click.argument("folders", metavar="DIR...", nargs=-1, type=_FOLDER)
def check(folders: tuple[Path, ...]) -> int:
    """Check the built-in patterns, and those in each DIR, and run their examples."""
    from quotecli.check import check

    faults, examples = check(*folders)
    if faults:
        return _say_faults(faults)
    click.echo(f"{examples} examples, all as expected")
    return _DONE


@patterns.command("list")
@click.option("--category", help="Keep this category only.")
@_more_patterns
def list_verbs(category: str | None, patterns: tuple[Path, ...]) -> int:
    """List verbs: lemma, category and place, a line each."""
    for verb in _grammar(patterns).verbs:
        if category in (None, verb.category):
            click.echo(f"{verb.lemma}\t{verb.category}\t{verb.place.file}:{verb.place.line}")
    return _DONE


@patterns.command()
@click.argument("verb")
@_more_patterns
def forms(verb: str, patterns: tuple[Path, ...]) -> int:
    """List the forms of VERB that are recognised, a line each."""
    from quotecli.normalize import fold

    found = [entry for entry in _grammar(patterns).verbs if fold(entry.lemma) == fold(verb)]
    if not found:
        raise click.UsageError(f"no verb {printable(verb)} in the patterns; see: quotecli patterns list")
    for form in (form for entry in found for form in entry.forms):
        agreement = f"{form.person}{form.gender}{form.number}"
        row = form.text, form.mood, form.voice, agreement, form.prefix, form.suffix
        click.echo("\t".join(row).rstrip())
    return _DONE


def _grammar(folders: Sequence[Path]) -> Grammar:
    from quotecli.load import load

    return load(*folders)


def _engine(folders: Sequence[Path]) -> Engine:
    from quotecli.pipeline import extract

    grammar = _grammar(folders)
    return lambda article: extract(article, grammar)


def _piped() -> tuple[str, ...]:
    if sys.stdin.isatty():
        click.get_current_context().fail(_NO_INPUT)
    return ("-",)


def _format(output: Path | None) -> str:
    if output is None:
        return "table" if sys.stdout.isatty() else "jsonl"
    form = output.suffix.lower().removeprefix(".")
    if form not in ("json", "jsonl", "csv"):
        click.get_current_context().fail(f"{printable(str(output))}: {_NO_FORMAT}")
    return form


def _say(message: str) -> None:
    click.echo(f"quotecli: {printable(message)}", err=True)


def _say_faults(faults: Iterable[Fault]) -> int:
    for fault in faults:  # bare, so that editors can jump to file:line:column
        click.echo(printable(str(fault)), err=True)
    return _BROKEN_PATTERNS
