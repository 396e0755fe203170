"""Lets `python -m simulator` run the commands."""

import sys

from simulator.cli import main

sys.exit(main())
