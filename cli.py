"""Run csi from a checkout: python cli.py score survey.xlsx."""

from csi.commands import main

if __name__ == "__main__":
    main()
