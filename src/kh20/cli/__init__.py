"""The command line: options in, one call, output and exit code out."""
