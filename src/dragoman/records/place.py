"""Where something is."""

from dataclasses import dataclass

from dragoman.records.record import Record


@dataclass(frozen=True, slots=True)
class Place(Record):
    """A place that a phrase was resolved to, with the reason.

    Raises:
        RecordInvalid: a latitude or longitude out of its range, or one without the other; a number that GeoNames
            cannot give.
    """

    name: str
    country: str | None = None
    """ISO 3166-1 alpha-3, with XKX and PSE; None where it lies in none, or it is open which."""
    region: str | None = None
    """The first-level division it lies in, by name."""
    lat: float | None = None
    """Degrees north, WGS 84."""
    lon: float | None = None
    """Degrees east, WGS 84."""
    geonames_id: int | None = None
    """Its number at GeoNames, from 1; what a column of 64-bit integers can hold."""
    precision: str | None = None
    """What the coordinates stand for, as the places stage names it: a town, a region, a country."""
    reason: str = ""

    def __post_init__(self) -> None:
        if (self.lat is None) != (self.lon is None):
            raise self.invalid("lon" if self.lon is None else "lat", "latitude and longitude go together")
        if self.lat is not None and not -90 <= self.lat <= 90:
            raise self.invalid("lat", "a latitude lies between -90 and 90 degrees")
        if self.lon is not None and not -180 <= self.lon <= 180:
            raise self.invalid("lon", "a longitude lies between -180 and 180 degrees")
        if self.geonames_id is not None and not 1 <= self.geonames_id < 2**63:
            raise self.invalid("geonames_id", "a number at GeoNames is 1 or more, and below 2^63")
