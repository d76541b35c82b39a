"""The wheel carries the content and the fixtures, and works where there is no checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel."""
    folder = tmp_path_factory.mktemp("dist")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``bin`` of a fresh environment with the wheel in it. Its dependencies are those of this environment, without
    what this environment itself imports the checkout by."""
    folder = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(folder, symlinks=True)
    pip("--python", str(folder / "bin" / "python"), "install", "--no-deps", "--no-index", str(wheel))
    (packages,) = folder.glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder / "bin"


def test_content_fixtures_and_licences_are_in_the_wheel(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("fhir_mappings", "fixtures"):
        shipped = {name.removeprefix("cds_service/_content/") for name in names if f"/_content/{folder}/" in name}
        assert shipped == files_of(folder)
    assert "cds_service/api/page.html" in names
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_the_terms_of_the_code_systems_go_with_the_wheel(wheel: Path) -> None:
    notice = zipfile.ZipFile(wheel).read("cds_service/_content/fhir_mappings/terminology/NOTICE.md").decode()
    for owner in ("SNOMED International", "Regenstrief Institute", "Human Phenotype Ontology", "ICD-10-CM", "CPT"):
        assert owner in notice


def test_installed_elsewhere_it_checks_its_content(installed: Path, tmp_path: Path) -> None:
    assert "no fault found" in run(installed, tmp_path, "cds", "check")


def test_installed_elsewhere_it_explains_a_fixture(installed: Path, tmp_path: Path) -> None:
    code = "from cds_service.knowledge.locate import fixtures_folder as f; print(f() / 'vignettes' / 'V01.json')"
    fixture = run(installed, tmp_path, "python", "-c", code).strip()
    assert str(installed.parent) in fixture
    rendered = tmp_path / "request.json"
    rendered.write_text(run(installed, tmp_path, "cds", "render", fixture, "--as-of", "2026-11-20"), encoding="utf-8")
    explained = run(installed, tmp_path, "cds", "explain", str(rendered), "--json", "--as-of", "2026-11-20")
    assert json.loads(explained)["cards"]


def files_of(folder: str) -> set[str]:
    """The files of a folder as git would take them."""
    listed = (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {str(path.relative_to(ROOT)) for path in listed}


def run(installed: Path, folder: Path, command: str, *arguments: str) -> str:
    """What a command of the fresh environment prints, run away from the checkout."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    command_line = [str(installed / command), *arguments]
    done = subprocess.run(command_line, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *arguments], check=True, capture_output=True)
