"""Which part of an .xlsx or .xlsb container holds which sheet."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from .archive import Archive
from .extent_xlsb import sheet_relations
from .inflate import damaged

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def sheet_parts(archive: Archive) -> dict[str, str]:
    """Sheet name -> name of its part. Raises: UnreadableFile when the container has no workbook part."""
    documents = _relations(archive, "")
    workbook = next((part for kind, part in documents.values() if kind.endswith("/officeDocument")), "xl/workbook.xml")
    targets = _relations(archive, workbook)
    named = _binary_names(archive, workbook) if workbook.endswith(".bin") else _names(archive, workbook)
    return {name: targets[relation][1] for name, relation in named.items() if relation in targets}


def _relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Relation id -> (type, part) of what a part refers to; of the whole container when `part` is empty."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in archive.parts:
        return {}
    return {
        entry.get("Id", ""): (entry.get("Type", ""), _resolve(archive, folder, entry.get("Target", "")))
        for entry in _xml(archive, path).iter(_RELATIONS)
    }


def _resolve(archive: Archive, folder: str, target: str) -> str:
    """Targets are relative to the folder of what refers to them; some writers give them from the root, with or without a slash."""
    inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return inside if inside in archive.parts or target not in archive.parts else target


def _names(archive: Archive, workbook: str) -> dict[str, str]:
    found = {}
    for element in _xml(archive, workbook).iter():
        if element.tag.endswith("}sheet") or element.tag == "sheet":
            relation = next((value for key, value in element.attrib.items() if key.endswith("}id")), "")
            found[element.get("name", "")] = relation
    return found


def _binary_names(archive: Archive, workbook: str) -> dict[str, str]:
    return sheet_relations(archive.read(workbook))


def _xml(archive: Archive, part: str) -> Element:
    from xml.etree import ElementTree

    try:
        return ElementTree.fromstring(archive.read(part))
    except (ElementTree.ParseError, LookupError, ValueError):
        raise damaged(archive.source.name) from None
