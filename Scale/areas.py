"""Figures of counties, cities, provinces and the country, by one query (areas.sql), and how the counties' coefficients lie."""

import pathlib
import statistics

from statements import statements

SQL = (pathlib.Path(__file__).parent / "areas.sql").read_text("utf-8")
VALUES = """
CREATE TABLE area_value (county TEXT NOT NULL, org_code TEXT NOT NULL, stage TEXT NOT NULL, indicator TEXT NOT NULL,
  per BIGINT NOT NULL, pupils BIGINT NOT NULL, amount DOUBLE PRECISION, value DOUBLE PRECISION);
"""
FROM = (
    "INSERT INTO area_value SELECT county, org_code, stage, indicator, per, pupils, amount, value FROM {};"
)
AREA = "CREATE TABLE area (level TEXT NOT NULL, area TEXT NOT NULL, county TEXT NOT NULL);"
# Codes of areas (GB/T 2260): two digits a province, four a city, six a county.
DIGITS = {"country": 0, "province": 2, "city": 4, "county": 6}


def area_rows(counties, levels):
    return [(level, county[: DIGITS[level]] or "all", county) for level in levels for county in counties]


def spread(engine, counties, levels):
    """Rows of areas.sql over table area_value."""
    engine.run(AREA)
    engine.insert("area", area_rows(counties, levels))
    return engine.rows(statements(SQL)[0])


def distributions(counties_rows):
    """How the coefficients of counties lie, by province and in the country, 学段 and indicator.

    counties_rows: (county, stage, indicator, cv, within). Gives (level, area, stage, indicator, counties, over, least,
    lower quarter, median, upper quarter, most); quarters lie between the values beside them, the ends included.
    """
    groups = {}
    for county, stage, indicator, cv, within in counties_rows:
        for level in ("country", "province"):
            area = county[: DIGITS[level]] or "all"
            groups.setdefault((level, area, stage, indicator), []).append((cv, within))
    found = []
    for key, pairs in sorted(groups.items()):
        known = sorted(cv for cv, _ in pairs if cv is not None)
        if not known:
            continue
        quarters = statistics.quantiles(known, n=4, method="inclusive") if len(known) > 1 else known * 3
        over = sum(within is False for _, within in pairs)
        found.append((*key, len(known), over, known[0], *quarters, known[-1]))
    return found
