"""Register files: those that plans name, and the one that comes with kh20."""
