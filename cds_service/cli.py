"""The command ``cds``: prints and exits, decides nothing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cds_service import __version__
from cds_service.app import today
from cds_service.authoring.check import check, remarks
from cds_service.authoring.explain import explain
from cds_service.authoring.load import load
from cds_service.authoring.publish import check_published, publish
from cds_service.authoring.render import render
from cds_service.authoring.show import show
from cds_service.errors import ContentError, ServiceError
from cds_service.knowledge.load import load_knowledge
from cds_service.knowledge.locate import content_folder, fixtures_folder
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
    folder = options.content or content_folder()
    if faults := check(folder):
        raise ContentError(faults)
    for remark in remarks(folder):
        print(remark)
    manifest = load_knowledge(folder).manifest
    print(f"{manifest.title}, {manifest.version} ({manifest.status}): no fault found.")


def _show(options: argparse.Namespace) -> None:
    print(show(options.kind, options.key, load_knowledge(options.content), fixtures_folder()))


def _publish(options: argparse.Namespace) -> None:
    folder = options.content or content_folder()
    knowledge = load_knowledge(folder)
    if options.check:
        check_published(knowledge, folder, fixtures_folder())
        print("What is published is what the content says.")
        return
    touched = publish(knowledge, folder, fixtures_folder())
    print("\n".join(f"{folder.name}/{name}" for name in touched) or "Nothing changed.")


def _explain(options: argparse.Namespace) -> None:
    settings = from_environment()
    as_of = options.as_of or today(settings)
    print(explain(_read(options.file), load_knowledge(), settings, as_of, as_json=options.json))


def _render(options: argparse.Namespace) -> None:
    print(render(_read(options.file), options.as_of or today(from_environment())), end="")


def _load(options: argparse.Namespace) -> None:
    as_of = options.as_of or today(from_environment())
    path = options.path or fixtures_folder() / "vignettes"
    loaded = load(path, options.to, as_of, wait_s=options.wait)
    print(f"{options.to} took {loaded.resources} resources.")


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
    _add_content_commands(commands)
    _add_file_commands(commands)
    _add_load(commands)
    return parser


def _add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("serve", help="answer CDS Hooks calls", description="Answer CDS Hooks calls.")
    command.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    command.add_argument("--port", type=int, default=8000, help="port to listen on (default: %(default)s)")
    command.add_argument("--workers", type=int, default=1, help="processes, best one a core (default: %(default)s)")
    command.set_defaults(run=_serve)


def _add_content_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    other = "a folder of content (default: the one that is served)"
    check = commands.add_parser("check", help="read the clinical content and name every fault with file and line")
    check.add_argument("content", nargs="?", type=Path, help=other)
    check.set_defaults(run=_check)
    show_command = commands.add_parser("show", help="one sign, pattern, action, term, site … as the catalogue tells it")
    show_command.add_argument("kind", help="sign, pattern, action, term, site, condition, medication, result, scale …")
    show_command.add_argument("key", help="its key in the content")
    show_command.add_argument("--content", type=Path, help=other)
    show_command.set_defaults(run=_show)
    publish_command = commands.add_parser("publish", help="write the catalogue and the schemas from the content")
    publish_command.add_argument("--check", action="store_true", help="write nothing; fail where they are out of date")
    publish_command.add_argument("--content", type=Path, help=other)
    publish_command.set_defaults(run=_publish)


def _add_file_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    explain_command = commands.add_parser("explain", help="how a hook request is reasoned about, in words")
    explain_command.add_argument("--json", action="store_true", help="the same for programs")
    explain_command.set_defaults(run=_explain)
    render_command = commands.add_parser("render", help="a fixture with its {{today-3}} dates filled in")
    render_command.set_defaults(run=_render)
    for command in (explain_command, render_command):
        command.add_argument("file", metavar="FILE", help="a hook request in JSON; - reads standard input")
        command.add_argument("--as-of", type=_date, metavar="DATE", help="the day counted from (default: today)")


def _add_load(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("load", help="load fixtures or NDJSON into a FHIR server")
    what = "fixtures, Bundles, resources, NDJSON; also .gz (default: the vignettes of this project)"
    command.add_argument("path", nargs="?", type=Path, metavar="DIR|FILE", help=what)
    command.add_argument("--to", required=True, metavar="URL", help="base URL of the FHIR server")
    command.add_argument("--wait", type=float, default=0, metavar="SECONDS", help="wait so long for it to start")
    command.add_argument("--as-of", type=_date, metavar="DATE", help="the day counted from (default: today)")
    command.set_defaults(run=_load)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f'"{text}" is no date like 2026-11-20') from error


def _settings_in_words() -> str:
    rows = [f"  {row.name:20} {row.meaning}\n  {'':20} default: {row.default}" for row in SETTINGS]
    return "\n".join(["settings (environment variables):", *rows, f"  without effect so far: {', '.join(RESERVED)}"])
