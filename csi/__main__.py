"""`python -m csi` is the command line."""

from .commands import main

main()
