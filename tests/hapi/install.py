"""Installs what the tests in this folder need, where it is missing: ``python -m tests.hapi.install``.

Java 17, Maven and Chromium come from Debian; the jars of HAPI FHIR come from Maven Central into the user's cache
folder. What cannot be installed is said in one line, with the way out.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
PACKAGES = {"javac": "openjdk-17-jdk-headless", "mvn": "maven", "chromium": "chromium"}
"""Which Debian package brings which command."""

_COPY_JARS = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
_WAY_OUT = "(make test-quick leaves out the tests that need it)"


class CannotInstall(Exception):
    """Something that the tests need is missing and cannot be had. The message is one line for whoever ran them."""


def install_commands(commands: Sequence[str]) -> None:
    """Install the Debian packages of those commands that are missing. Raises CannotInstall."""
    missing = [command for command in commands if shutil.which(command) is None]
    if not missing:
        return
    packages = " ".join(PACKAGES[command] for command in missing)
    needed = f"{', '.join(missing)} is missing; install with: apt-get install {packages} {_WAY_OUT}"
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        raise CannotInstall(needed)
    quiet = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages.split()]):
        done = subprocess.run([*quiet, *step], env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise CannotInstall(f"{needed}; apt-get said: {_last_line(done.stderr)}")


def class_path() -> str:
    """The class path of the HAPI server, downloaded and compiled where it is not in the cache. Raises CannotInstall."""
    install_commands(["javac", "mvn"])
    folder = cache_folder() / f"hapi-{_hapi_version()}"
    folder.mkdir(parents=True, exist_ok=True)
    jars, classes = folder / "lib", folder / f"classes-{_hash(HERE / 'HapiForTests.java')}"
    if not jars.is_dir():
        _download(jars)
    if not classes.is_dir():
        _compile(jars, classes)
    return f"{classes}:{jars}/*"


def cache_folder() -> Path:
    """The project's folder in the user's cache."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "motor-neuron-signs"


def _download(jars: Path) -> None:
    with tempfile.TemporaryDirectory(dir=jars.parent) as folder:
        copied = Path(folder) / "lib"
        command = ["mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), f"-Dmaven.repo.local={folder}/repository"]
        command += [_COPY_JARS, f"-DoutputDirectory={copied}"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            said = re.search(r"\[ERROR\] (.*)", done.stdout)
            reason = said[1] if said else _last_line(done.stdout + done.stderr)
            raise CannotInstall(f"Maven cannot download HAPI FHIR {_WAY_OUT}: {reason}")
        copied.replace(jars)


def _compile(jars: Path, classes: Path) -> None:
    with tempfile.TemporaryDirectory(dir=classes.parent) as folder:
        compiled = Path(folder) / "classes"
        command = ["javac", "-d", str(compiled), "-cp", f"{jars}/*", str(HERE / "HapiForTests.java")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise CannotInstall(f"HapiForTests.java does not compile: {done.stderr.strip().splitlines()[0]}")
        compiled.replace(classes)


def _hapi_version() -> str:
    found = re.search(r"<hapi.version>(.*)</hapi.version>", (HERE / "pom.xml").read_text())
    assert found is not None
    return found[1]


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["nothing"])[-1]


def main() -> int:
    """Install everything; 1 where something cannot be had."""
    try:
        if not os.environ.get("CDS_TEST_FHIR_URL"):
            class_path()
        install_commands(["chromium"])
    except CannotInstall as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
