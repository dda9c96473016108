"""The reference of the command line, made from the commands: `python -m dragoman.cli.reference`."""

import inspect
import sys
from typing import Any

from typer.main import get_command

from dragoman.cli.app import app
from dragoman.cli.exit_codes import ExitCode

HEAD = """\
# The command line

This page is made from the commands themselves by `make reference`; a test fails when it is out of date.
`dragoman COMMAND --help` tells the same. Results go to standard output, everything else to standard error.
`dragoman --install-completion` teaches your shell to complete commands and options.
"""


def reference() -> str:
    """All commands, their options and the exit codes, as Markdown."""
    root: Any = get_command(app)
    parts = [HEAD]
    parts += [_command(name, command) for name, command in root.commands.items()]
    codes = "\n".join(f"| {code.value} | {code.meaning} |" for code in ExitCode)
    parts.append(f"## Exit codes\n\n| code | meaning |\n|---:|---|\n{codes}\n")
    return "\n".join(parts)


def _command(name: str, command: Any) -> str:
    usage = " ".join(["dragoman", name, "[OPTIONS]", *(_metavar(p) for p in command.params if not _is_option(p))])
    rows = "\n".join(f"| `{_names(param)}` | {_text(param)} |" for param in command.params)
    table = f"\n| argument or option | meaning |\n|---|---|\n{rows}\n" if rows else ""
    return f"## dragoman {name}\n\n```\n{usage}\n```\n\n{inspect.cleandoc(command.help)}\n{table}"


def _is_option(param: Any) -> bool:
    return bool(param.param_type_name == "option")


def _metavar(param: Any) -> str:
    return str(param.metavar) + ("..." if param.nargs == -1 else "")


def _names(param: Any) -> str:
    if not _is_option(param):
        return _metavar(param)
    takes = "" if param.is_flag else f" {param.metavar}"
    return ", ".join(param.opts) + takes


def _text(param: Any) -> str:
    default = param.default
    tells = _is_option(param) and not param.is_flag and default is not None
    return str(param.help) + (f" Default: {default}." if tells else "")


def main() -> None:
    """Write the reference to standard output."""
    sys.stdout.write(reference())


if __name__ == "__main__":
    main()
