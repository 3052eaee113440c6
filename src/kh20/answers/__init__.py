"""What each query shows a person: a caption, a grid, and notes under it."""
