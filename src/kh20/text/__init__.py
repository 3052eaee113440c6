"""Strings, before any plan: messages, quoting, comparing, sorting and finding names.

Nothing here knows what an agency or an obligation is, but for the words with which the names of
Vietnamese bodies begin (:mod:`kh20.text.suggestions`).
"""
