"""The import law, as import-linter reads it from pyproject.toml, and what that cannot say."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support.source import ROOT, Source, imported, sources

SOURCES = sources()
SERVING = {"web", "sandbox"}


def room(source: Source) -> str:
    """The folder of the package that a file lies in; the file itself where it lies in none."""
    return source.path.relative_to(ROOT / "bot").parts[0]


def test_the_import_law_is_kept() -> None:
    linted = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr
    assert " 0 broken" in linted.stdout


def test_the_import_law_names_every_edge_and_every_feature() -> None:
    law = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    independent = [
        set(contract["modules"]) for contract in law["contracts"] if contract["type"] == "independence"
    ]
    rooms = {folder.name for folder in (ROOT / "bot").iterdir() if (folder / "__init__.py").is_file()}
    edges = {
        f"bot.{one}"
        for one in rooms & {"storage", "files", "embedder", "telegram", "web", "sandbox", "reports"}
    }
    features = {f"bot.{one}" for one in rooms & {"faq", "desk", "mail", "announcements", "stay"}}
    assert edges in independent
    assert features in independent
    assert {f"bot.{one}" for one in rooms} == edges | features | {"bot.people"}


def test_only_the_rooms_that_serve_import_the_http_server() -> None:
    importing = {
        room(one) for one in SOURCES if any(name.startswith("aiohttp.web") for name in imported(one))
    }
    assert importing <= SERVING


def test_of_people_other_features_know_the_model_only() -> None:
    known = {name for one in SOURCES if room(one) in {"faq", "desk", "mail"} for name in imported(one)}
    assert {
        name for name in known if name.startswith("bot.people") and not name.startswith("bot.people.model")
    } == set()


@pytest.mark.parametrize("command", ["ask", "check", "evaluate", "export"])
def test_commands_without_telegram_never_import_it(command: str, tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text(
        '{"id":"1","text":"сәлем","expect":"courtesy","gold":[]}\n', encoding="utf-8"
    )
    arguments = {
        "ask": ["ask", "сәлем"],
        "check": ["check"],
        "evaluate": ["evaluate", str(tmp_path / "q.jsonl")],
        "export": ["export", "content", "--format", "docx", "--output", str(tmp_path / "a.docx")],
    }
    program = (
        "import sys\nfrom bot.__main__ import main\nsys.argv = ['bot', *sys.argv[1:]]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print([name for name in ('aiogram', 'aiohttp', 'sqlalchemy') if name in sys.modules], file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, *arguments[command]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.stderr.strip().splitlines()[-1] == "[]"
