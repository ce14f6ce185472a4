"""The figures as tables: CSV that every program opens."""

import csv
import pathlib

SCHOOLS = ["county", "org_code", "stage", "pupils", "met_count", "passes", "passes_relaxed"]
VALUES = [
    "county", "org_code", "stage", "indicator", "per", "pupils", "amount", "value", "met", "near", "relaxed_value", "relaxed_met",
    "relaxed_near",
]
# As every engine takes them back in.
VALUE_TYPES = ["TEXT"] * 4 + ["BIGINT"] * 2 + ["DOUBLE PRECISION"] * 2 + ["BIGINT"] * 2 + ["DOUBLE PRECISION"] + ["BIGINT"] * 2
COUNTIES = [
    "county", "stage", "schools", "pupils", "passing", "indicator", "mean", "cv", "cv_unweighted", "limit", "within",
    "counted", "met", "composite", "passes",
]
AREAS = ["level", "area", "stage", "indicator", "schools", "pupils", "mean", "cv", "cv_unweighted"]
SPREADS = [
    "level", "area", "stage", "indicator", "counties", "over", "least", "lower_quarter", "median", "upper_quarter", "most",
]


def county_rows(figures):
    """One row an indicator."""
    for c in figures:
        for name, i in c["indicators"].items():
            yield (
                c["county"], c["stage"], c["schools"], c["pupils"], c["passing"], name, i["mean"], i["cv"],
                i["cv_unweighted"], i["limit"], i["within"], i["counted"], i["met"], c["composite"], c["passes"],
            )


def cell(value):
    if value is None:
        return ""
    if value is True or value is False:
        return int(value)
    return repr(value) if isinstance(value, float) else value


def write(path, columns, rows):
    """Whole or not at all."""
    path = pathlib.Path(path)
    draft = path.with_name(path.name + ".part")
    with open(draft, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(columns)
        out.writerows([cell(v) for v in row] for row in rows)
    draft.replace(path)


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def join(parts, path):
    """Several files of the same columns as one."""
    path = pathlib.Path(path)
    draft = path.with_name(path.name + ".part")
    with open(draft, "w", encoding="utf-8", newline="") as out:
        for index, part in enumerate(parts):
            with open(part, encoding="utf-8", newline="") as file:
                head = file.readline()
                if index == 0:
                    out.write(head)
                for piece in iter(lambda: file.read(1 << 20), ""):
                    out.write(piece)
    draft.replace(path)
