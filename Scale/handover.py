"""A hand-over as `yice handover` wrote it: counties, rules, SQL."""

import csv
import gzip
import hashlib
import json
import pathlib

# Loaded into every engine; standard and threshold are for a county's file only.
ROWS = ["org", "class_roll", "teacher", "room", "ground", "equipment", "statement", "relaxation"]
# Made by SQL/10, filled from the hand-over.
STARTING = ["school", "scope", "relaxed"]


class Damaged(Exception):
    """A file of the hand-over is not what the manifest says."""


class Handover:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        try:
            self.manifest = json.loads((self.root / "manifest.json").read_text("utf-8"))
        except FileNotFoundError:
            raise Damaged(f"{root} 里没有 manifest.json：请先用 yice handover 移交，并等它写完。") from None
        self.counties = {p["county"]: p for p in self.manifest["partitions"]}
        self.tables = self.manifest["tables"]
        # (name, text), in their order.
        self.sql = [(pathlib.Path(n).stem, (self.root / n).read_text("utf-8")) for n in self.manifest["sql"]]
        self.schema = (self.root / "schema.sql").read_text("utf-8")

    def path(self, county, table):
        return str(self.root / "counties" / county / (table + ".csv.gz"))

    def rules(self, key):
        """The statements that fill the rules' tables, and what verdicts are judged by."""
        place = self.root / "rules"
        return (place / f"{key}.sql").read_text("utf-8"), json.loads((place / f"{key}.json").read_text("utf-8"))

    def by_rules(self, counties):
        """Counties that use one standard can be worked out together."""
        groups = {}
        for county in counties:
            groups.setdefault(self.counties[county]["rules"], []).append(county)
        return groups

    def batches(self, counties, rows):
        """Counties to work out at once: of one standard, of about so many rows."""
        for key, group in self.by_rules(counties).items():
            batch, size = [], 0
            for county in group:
                if batch and size + self.counties[county]["rows"] > rows:
                    yield key, batch
                    batch, size = [], 0
                batch.append(county)
                size += self.counties[county]["rows"]
            yield key, batch

    def check(self, county):
        """Every file of a county against its digest."""
        for file in self.counties[county]["files"]:
            path = self.root / file["file"]
            digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None
            if digest != file["sha256"]:
                raise Damaged(f"{path} 和 manifest.json 里的摘要不符：请重新移交，或重新拷贝。")

    def read(self, county, table):
        """The rows of a small table in Python; None where nothing is written."""
        return list(read_csv(self.path(county, table)))


def read_csv(path):
    """Rows with the texts as texts and what is bare as None: Python's own reader does not tell "" from nothing."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        text = file.read()
    names, row, at, size = None, [], 0, len(text)
    while at < size:
        if text[at] == '"':
            end = at + 1
            while True:
                end = text.index('"', end)
                if text[end + 1 : end + 2] != '"':
                    break
                end += 2
            row.append(text[at + 1 : end].replace('""', '"'))
            at = end + 1
        else:
            end = at
            while end < size and text[end] not in ",\n":
                end += 1
            row.append(text[at:end] or None)
            at = end
        if at >= size or text[at] == "\n":
            if names is None:
                names = row
            else:
                yield dict(zip(names, row))
            row = []
        elif at + 1 < size and text[at + 1] == "\n":
            row.append(None)
            at += 1
            yield dict(zip(names, row))
            row = []
        at += 1


def write_csv(path, columns, rows):
    """In the manner of the hand-over, not packed."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
        out.writerow(columns)
        out.writerows(rows)
