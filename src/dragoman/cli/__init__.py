"""The command `dragoman`: a module a command, each thin over a public function; nothing else prints."""

from dragoman.cli.app import app, main

__all__ = ["app", "main"]
