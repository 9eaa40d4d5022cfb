"""The few SVG elements that charts are made of. Words and attributes are escaped by the writer of elements."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring


def canvas(kind: str, title: str, note: str, number: int) -> Element:
    """An empty drawing that a screen reader can name. `number` keeps its ids apart from those of other drawings."""
    described = f"chart-{number}-title" + (f" chart-{number}-note" if note else "")
    svg = Element("svg", {"class": f"chart {kind}", "role": "img", "aria-labelledby": described})
    child(svg, "title", id=f"chart-{number}-title").text = title
    if note:
        child(svg, "desc", id=f"chart-{number}-note").text = note
    return svg


def child(parent: Element, tag: str, kind: str = "", **attributes: str | float) -> Element:
    """A new element inside the parent; `kind` holds its classes."""
    written = {name: value if isinstance(value, str) else coordinate(value) for name, value in attributes.items()}
    return SubElement(parent, tag, {"class": kind.strip(), **written} if kind.strip() else written)


def words(parent: Element, text: str, x: float, y: float, kind: str, *, anchor: str = "start") -> None:
    """Words whose start, middle or end lies at x."""
    element = child(parent, "text", kind, x=x, y=y)
    if anchor != "start":
        element.set("text-anchor", anchor)
    element.text = text


def finished(svg: Element, width: float, height: float) -> str:
    """The drawing as markup, cut to its size."""
    svg.set("viewBox", f"0 0 {coordinate(width)} {coordinate(height)}")
    return tostring(svg, encoding="unicode", short_empty_elements=False)


def coordinate(value: float) -> str:
    """Hundredths are finer than any screen."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
