"""The content as its author wrote it: every YAML file with its places, beside the knowledge that was read from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cds_service.knowledge.model import Knowledge
from cds_service.knowledge.strict_yaml import Items, Members, Node, Text, read_yaml


@dataclass(frozen=True, slots=True)
class Written:
    """The files by their path in the folder (``patterns/umn_only.yaml``), and the knowledge that they give."""

    files: dict[str, Members]
    knowledge: Knowledge

    def entries(self, folder: str) -> Iterator[tuple[str, Members]]:
        """The entries of every file of a folder (``signs``): key and mapping."""
        for path, file in self.files.items():
            if path.startswith(f"{folder}/"):
                yield from ((key, node) for key, node in file.items() if isinstance(node, Members))

    def patterns(self) -> Iterator[tuple[str, Members]]:
        """The patterns: key and file."""
        for path, file in self.files.items():
            if path.startswith("patterns/"):
                yield Path(path).stem, file


def written(folder: Path, knowledge: Knowledge) -> Written:
    """Every YAML file of a content folder that could be loaded as ``knowledge``."""
    nodes = {
        path.relative_to(folder).as_posix(): read_yaml(path, folder.parent) for path in sorted(folder.rglob("*.yaml"))
    }
    return Written({path: node for path, node in nodes.items() if isinstance(node, Members)}, knowledge)


def texts_in(node: Node) -> Iterator[Text]:
    """The texts that a summary, line or value says: itself, or every ``text`` in it."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Items):
        for child in node:
            yield from texts_in(child)
    elif "text" in node:
        yield from texts_in(node["text"])
    elif "first" in node:
        yield from texts_in(node["first"])
