"""Run a command and say how long it took and how much memory its largest process held.

    python -I -S launch.py OUTPUT command words...     prints {"seconds": ..., "peak": bytes, "code": ...}

A small process of its own, because a child's peak counts that of the process it was started from.
"""

import os
import sys
import time

WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def main() -> None:
    output, *command = sys.argv[1:]
    streams = [(os.POSIX_SPAWN_OPEN, 1, output, WRITE, 0o600), (os.POSIX_SPAWN_OPEN, 2, output + ".err", WRITE, 0o600)]
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=streams)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024
    print(f'{{"seconds": {seconds}, "peak": {usage.ru_maxrss * unit}, "code": {os.waitstatus_to_exitcode(status)}}}')


main()
