"""What several stages must know of raw text: plain white space, paragraphs, datelines; standard library only."""

from dragoman.text.calendar_dates import CalendarDate, calendar_date, day_and_month
from dragoman.text.datelines import MONTH, FoundDateline, dateline
from dragoman.text.paragraphs import paragraph_breaks
from dragoman.text.white_space import normalise

__all__ = [
    "MONTH",
    "CalendarDate",
    "FoundDateline",
    "calendar_date",
    "dateline",
    "day_and_month",
    "normalise",
    "paragraph_breaks",
]
