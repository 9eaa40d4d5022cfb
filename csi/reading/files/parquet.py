"""Parquet files: columns of one type each, with categories, decimals and times as their writer left them."""

from __future__ import annotations

from typing import Any

from ..cells import Raw
from .columnar import Columnar, not_installed, refuse_many
from .inflate import LIMIT, damaged, flood
from .source import Source

EXTRA = "parquet"


def open_parquet(source: Source) -> Columnar:
    """The columns of a Parquet file. Several values in one cell are joined by "; ", as survey platforms write them.

    Raises: UnreadableFile when it is damaged or too large, by its own directory; MissingExtra without pyarrow.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise not_installed(source.name, "Parquet", EXTRA) from None
    try:
        file = parquet.ParquetFile(pyarrow.BufferReader(source.data))
        _refuse_size(source, file.metadata)
        table = file.read(use_threads=False)
        columns = tuple(_values(column) for column in table.columns)
    except (pyarrow.ArrowException, OSError, ValueError, OverflowError, NotImplementedError):
        raise damaged(source.name) from None
    return Columnar(source, "parquet", tuple(map(str, table.column_names)), columns)


def _refuse_size(source: Source, about: Any) -> None:
    refuse_many(source, about.num_rows, about.num_columns)
    unpacked = sum(about.row_group(at).total_byte_size for at in range(about.num_row_groups))
    if unpacked > LIMIT:
        raise flood(source.name, unpacked, len(source.data))


def _values(column: Any) -> list[Raw]:
    """A column in Python's own types; times keep microseconds and lose their zone, for they only date an answer."""
    import pyarrow
    from pyarrow import types

    kind = column.type
    if types.is_dictionary(kind):
        return _values(column.cast(kind.value_type))
    if types.is_timestamp(kind):
        return _dated(column.cast(pyarrow.timestamp("us"), safe=False))
    if types.is_decimal(kind):
        column = column.cast(pyarrow.float64(), safe=False)
    if types.is_binary(kind) or types.is_large_binary(kind) or types.is_fixed_size_binary(kind):
        return [None if value is None else value.decode("utf-8", "replace") for value in column.to_pylist()]
    if types.is_nested(kind):
        return [_joined(value) for value in column.to_pylist()]
    values: list[Raw] = column.to_pylist()
    return values


def _dated(column: Any) -> list[Raw]:
    """As dates, or as the text of what no calendar holds."""
    import pyarrow

    try:
        values: list[Raw] = column.to_pylist()
    except (ValueError, OverflowError):
        values = column.cast(pyarrow.string()).to_pylist()
    return values


def _joined(value: Any) -> Raw:
    if isinstance(value, list):
        return "; ".join(str(one) for one in value if one is not None)
    return None if value is None else str(value)
