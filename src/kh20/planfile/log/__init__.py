"""Writing to the log of a plan file: appended to, validated as a whole, replaced in one step."""
