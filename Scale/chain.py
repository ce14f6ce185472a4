"""The figures of some counties of one standard on an engine: the SQL of the hand-over from its schema to table
segment_value, then the verdicts, then what crosses schools."""

import pathlib
import tempfile

from engine import columns_of
from handover import ROWS, STARTING, write_csv
from judge import Judge

# Of one county only; areas.sql says the same of many.
ONE_COUNTY = "95-county"


class Chain:
    """Tables of the engine are filled when it is made; they stand until the engine is cleared."""

    def __init__(self, engine, handover, key, counties):
        self.engine, self.handover, self.counties = engine, handover, counties
        statements, judging = handover.rules(key)
        engine.run(handover.schema)
        sql = dict(handover.sql)
        inputs = next(name for name in sql if name.startswith("10-"))
        engine.run(sql[inputs])
        engine.run(statements)
        kinds = columns_of(handover.schema) | columns_of(sql[inputs])
        for table in ROWS + STARTING:
            engine.load(table, kinds[table], [handover.path(county, table) for county in counties])
        for name, text in handover.sql:
            if name not in (inputs, ONE_COUNTY):
                engine.run(text)
        self.place_schools()
        self.judge = Judge(engine, judging)

    def place_schools(self):
        """Which county each school is of: its partition, whatever its own code says."""
        self.engine.run("CREATE TABLE placed (org_code TEXT NOT NULL, county TEXT NOT NULL);")
        with tempfile.TemporaryDirectory(prefix="yice-") as folder:
            pathlib.Path(folder).chmod(0o755)
            path = folder + "/placed.csv"
            rows = [(s["org_code"], c) for c in self.counties for s in self.handover.read(c, "school")]
            write_csv(path, ["org_code", "county"], rows)
            self.engine.load("placed", [("org_code", "TEXT"), ("county", "TEXT")], [path])

    def values(self):
        """(county, school, stage, indicator, per, pupils, amount, value, met, near, relaxed_value, relaxed_met, relaxed_near)."""
        return self.judge.values()

    def schools(self):
        """(county, school, stage, pupils, met_count, passes, passes_relaxed)."""
        return self.judge.schools()

    def county_figures(self):
        """See Judge.counties."""
        return self.judge.counties()
