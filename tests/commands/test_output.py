"""A file is written whole or not at all."""

import os
from pathlib import Path

import pytest

from csi.commands.output import write_whole
from csi.errors import OutputFault


def test_the_file_holds_the_bytes_and_nothing_else_is_left_in_the_folder(tmp_path):
    write_whole(tmp_path / "a.json", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.json": b"new"}


def test_an_existing_file_is_replaced_and_keeps_its_permissions(tmp_path):
    old = tmp_path / "a.json"
    old.write_bytes(b"a longer old text")
    old.chmod(0o640)
    write_whole(old, b"new")
    assert (old.read_bytes(), old.stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path):
    (tmp_path / "usual").touch()
    write_whole(tmp_path / "ours", b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_the_old_file_survives_when_the_new_one_cannot_be_finished(tmp_path, monkeypatch):
    old = tmp_path / "a.json"
    old.write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputFault, match="No space left"):
        write_whole(old, b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.json": b"old"}


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.json").write_bytes(b"old")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    write_whole(tmp_path / "link.json", b"new")
    assert (tmp_path / "link.json").is_symlink() and (tmp_path / "real.json").read_bytes() == b"new"


def test_the_survey_itself_is_never_overwritten(tmp_path):
    survey = tmp_path / "survey.csv"
    survey.write_bytes(b"Q1\n5\n")
    (tmp_path / "other.csv").symlink_to(survey)
    with pytest.raises(OutputFault, match="input itself"):
        write_whole(tmp_path / "other.csv", b"new", inputs=[survey])
    assert survey.read_bytes() == b"Q1\n5\n"


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(OutputFault, match="there is no folder"):
        write_whole(tmp_path / "nowhere" / "a.json", b"new")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(OutputFault, match="folder"):
        write_whole(tmp_path, b"new")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_device_is_written_to_and_not_replaced():
    with pytest.raises(OutputFault, match="No space left"):
        write_whole(Path("/dev/full"), b"new")
    assert Path("/dev/full").is_char_device()
