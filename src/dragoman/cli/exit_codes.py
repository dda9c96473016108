"""What the exit code of `dragoman` tells a script."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Every code there is; Python's own failures (a bug) end in 1 too, with a traceback."""

    OK = 0, "All went well."
    FAILED = 1, "Something is missing or broken, such as the model's files; the message says what."
    USAGE = 2, "The command line makes no sense: an unknown option, engine, task, format or encoding."
    NOTHING_READ = 3, "No input could be read; each is listed on standard error with the reason."
    SOME_REJECTED = 4, "Some input could not be read and is listed on standard error; the rest was done."

    meaning: str

    def __new__(cls, code: int, meaning: str) -> "ExitCode":
        """Keep the meaning with the number."""
        member = int.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member
