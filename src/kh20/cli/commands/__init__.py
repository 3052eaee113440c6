"""One module for each command; a command reads options, makes one call, and prints the answer."""
