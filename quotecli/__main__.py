"""``python -m quotecli``: the command line without its script."""

from quotecli.cli import main

main()
