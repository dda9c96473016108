"""Sentences annotated by our own hand: the format of docs/annotation.md, its checks, and the files."""
