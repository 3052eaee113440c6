"""The questions that the commands answer, each over the books of one or more plans."""
