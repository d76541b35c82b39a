"""The command ``cds``: prints and exits, decides nothing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cds_service import __version__
from cds_service.app import today
from cds_service.authoring.explain import explain
from cds_service.authoring.render import render
from cds_service.errors import ServiceError
from cds_service.knowledge.load import load_knowledge
from cds_service.serving import serve
from cds_service.settings import RESERVED, SETTINGS, from_environment


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, or 1 where content, settings, a request or a file cannot be used."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except (ServiceError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _serve(options: argparse.Namespace) -> None:
    serve(options.host, options.port, options.workers)


def _check(options: argparse.Namespace) -> None:
    manifest = load_knowledge(options.content).manifest
    print(f"{manifest.title}, {manifest.version} ({manifest.status}): no fault found.")


def _explain(options: argparse.Namespace) -> None:
    settings = from_environment()
    as_of = options.as_of or today(settings)
    print(explain(_read(options.file), load_knowledge(), settings, as_of, as_json=options.json))


def _render(options: argparse.Namespace) -> None:
    print(render(_read(options.file), options.as_of or today(from_environment())), end="")


def _read(file: str) -> str:
    return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cds",
        description="motor-neuron-signs: a CDS Hooks service that reads coded examination findings.\n"
        "Draft clinical content that no neurologist has reviewed: for evaluation, not for patient care.",
        epilog=_settings_in_words(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_serve(commands)
    _add_file_commands(commands)
    return parser


def _add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("serve", help="answer CDS Hooks calls", description="Answer CDS Hooks calls.")
    command.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    command.add_argument("--port", type=int, default=8000, help="port to listen on (default: %(default)s)")
    command.add_argument("--workers", type=int, default=1, help="processes, best one a core (default: %(default)s)")
    command.set_defaults(run=_serve)


def _add_file_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser("check", help="read the clinical content and name every fault with file and line")
    check.add_argument("content", nargs="?", type=Path, help="a folder of content (default: the one that is served)")
    check.set_defaults(run=_check)
    explain_command = commands.add_parser("explain", help="how a hook request is reasoned about, in words")
    explain_command.add_argument("--json", action="store_true", help="the same for programs")
    explain_command.set_defaults(run=_explain)
    render_command = commands.add_parser("render", help="a fixture with its {{today-3}} dates filled in")
    render_command.set_defaults(run=_render)
    for command in (explain_command, render_command):
        command.add_argument("file", metavar="FILE", help="a hook request in JSON; - reads standard input")
        command.add_argument("--as-of", type=_date, metavar="DATE", help="the day counted from (default: today)")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f'"{text}" is no date like 2026-11-20') from error


def _settings_in_words() -> str:
    rows = [f"  {row.name:20} {row.meaning}\n  {'':20} default: {row.default}" for row in SETTINGS]
    return "\n".join(["settings (environment variables):", *rows, f"  without effect so far: {', '.join(RESERVED)}"])
