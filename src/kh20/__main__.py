"""Run the command line with ``python -m kh20``."""

import sys


def main() -> None:
    """Run the command line of this process; interrupted while it still starts, end quietly."""
    try:
        from kh20.cli.main import main as run
    except KeyboardInterrupt:
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
