"""The files that a browser loads: what they must never hold, whoever changes them."""

import re
from pathlib import Path

import pytest

from schemas.inbound_users import PSEUDONYM
from workers.web import pages

STATIC = Path(pages.__file__).parent / "static"
WIDGET = STATIC / "widget.js"
FILES = sorted(path for path in STATIC.rglob("*") if path.is_file())
SCRIPTS = [path for path in FILES if path.suffix == ".js"]
# Each makes markup, or code, of a text.
SINKS = (
    "innerHTML outerHTML insertAdjacentHTML document.write setHTML parseFromString createContextualFragment srcdoc "
    "eval( Function( setTimeout(' setTimeout(\" javascript: .cookie"
).split(" ")
ELSEWHERE = re.compile(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", re.IGNORECASE)
ALLOWED = {"http://www.w3.org", "https://copy.example"}
"""A namespace, which is fetched by nobody, and the address in the widget's own instructions."""
WIDGET_BYTES = 24 << 10


def test_they_are_all_here():
    names = {str(path.relative_to(STATIC)) for path in FILES}
    assert {"widget.js", "demo/index.html", "demo/demo.js", "demo/demo.css"} <= names


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_makes_markup_or_code_of_a_text(path):
    text = path.read_text()
    assert [sink for sink in SINKS if sink in text] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_is_fetched_from_elsewhere(path):
    assert set(ELSEWHERE.findall(path.read_text())) <= ALLOWED


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_is_of_a_kind_that_is_served(path):
    assert path.suffix in pages.TYPES


def test_the_widget_is_one_module_that_needs_no_other():
    text = WIDGET.read_text()
    assert re.search(r"^\s*import\b|\bimport\(|\brequire\(", text, re.MULTILINE) is None
    assert len(WIDGET.read_bytes()) <= WIDGET_BYTES


def test_the_page_has_no_script_or_style_of_its_own_for_its_policy_forbids_them():
    page = (STATIC / "demo/index.html").read_text()
    scripts = re.findall(r"<script\b[^>]*>(.*?)</script>", page, re.DOTALL)
    assert scripts
    assert not any(script.strip() for script in scripts)
    assert re.search(r"<style|\sstyle=|\son[a-z]+=", page) is None
    assert "'unsafe" not in pages.POLICY


def test_the_pages_shoppers_are_pseudonyms_as_the_schemas_have_them():
    assert PSEUDONYM in (STATIC / "demo/shoppers.js").read_text().replace("\\.", r"\.")


def test_the_page_imports_only_what_stands_beside_it():
    for path in STATIC.glob("demo/*.js"):
        for name in re.findall(r'from "([^"]+)"', path.read_text()):
            assert (path.parent / name).is_file(), f"{path.name} imports {name}"
