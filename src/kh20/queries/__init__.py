"""The questions that the commands answer, over a book opened on a day."""
