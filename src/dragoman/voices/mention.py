"""What `find` gives: a saying where it stands."""

from dataclasses import dataclass
from typing import get_args

from dragoman.records import Manner, Record, Span, Stance


@dataclass(frozen=True, slots=True)
class VoiceMention(Record):
    """Somebody's saying in a text: the words that name the source, those that carry the saying, and what is said.

    Raises:
        RecordInvalid: an unknown manner or stance.
    """

    source: Span | None
    """Whose words it is; None where the text names nobody (`was reported to`)."""
    cue: Span | None
    """The word that carries the saying: `said`, `according`."""
    content: tuple[Span, ...] | None
    """What is said, in order; several stretches where source and cue stand between them; None where there is none."""
    manner: Manner
    stance: Stance

    def __post_init__(self) -> None:
        if self.manner not in get_args(Manner):
            raise self.invalid("manner", f"one of {', '.join(get_args(Manner))} is needed")
        if self.stance not in get_args(Stance):
            raise self.invalid("stance", f"one of {', '.join(get_args(Stance))} is needed")
