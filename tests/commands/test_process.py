"""What only a process of its own can show: the pipe that closes, the device that is full, the key that interrupts."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

TELECOM = str(Path(__file__).resolve().parents[2] / "examples" / "telecom.csv")
SCORE = [sys.executable, "-m", "csi", "score", TELECOM, "--resamples", "50"]


def test_a_reader_that_goes_away_is_no_traceback():
    process = subprocess.Popen(SCORE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), told) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_device_that_is_full_is_an_error_with_a_remedy():
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(SCORE, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 2 and "--out" in ended.stderr and "Traceback" not in ended.stderr


def test_an_interruption_is_quiet():
    code = "import os, signal\nfrom csi.commands import faults\nfrom csi.commands.session import Session\n"
    code += "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # who runs the tests in the background ignores it
    code += "raise SystemExit(faults.guarded(lambda: os.kill(os.getpid(), signal.SIGINT), Session()))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (130, "") and signal.SIGINT == 2


def test_a_closed_standard_output_is_no_traceback():
    closed = f'"{sys.executable}" -m csi --help >&-'
    ended = subprocess.run(["sh", "-c", closed], stderr=subprocess.PIPE, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize(("words", "stream"), [("score nowhere.csv", "stderr"), ("--help", "stdout"), ("--version", "stdout")])
def test_a_stream_that_takes_nothing_leaves_the_exit_code_of_a_wrong_input_or_place(words, stream):
    with Path("/dev/full").open("wb") as full:
        call = [sys.executable, "-m", "csi", *words.split()]
        ended = subprocess.run(call, **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: full}, check=False)
    assert ended.returncode == 2
