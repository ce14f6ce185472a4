"""A county's file from its figures' amounts: what the engine added up from registers stands in it as statements (填报值), one a
school, 数据项, 学段 and campus, and yice works the figures out from these. Decision 0202.

It is written as any program may write a file of yice's: rows go in by SQL, and the file's own triggers say who wrote them."""

import pathlib
import secrets
import shutil
import sqlite3

MAIN = ["本部", "主校区", "本部（主校区）"]


def write(engine, handover, county, path):
    """Writes the file of one county of the batch that stands in the engine."""
    path = pathlib.Path(path)
    draft = path.with_name(path.name + ".part")
    shutil.copyfile(handover.root / "empty.db", draft)
    partition = handover.counties[county]
    year = partition["school_year"]
    file = sqlite3.connect(draft)
    try:
        with file:
            file.execute("PRAGMA journal_mode = MEMORY")
            file.execute("PRAGMA synchronous = OFF")
            info = {
                "org_code": county, "org_name": partition["name"], "school_year": str(year),
                "file_id": secrets.token_hex(8), "state": secrets.token_hex(8),
            }
            file.executemany("INSERT OR REPLACE INTO file_info (key, value) VALUES (?, ?)", info.items())
            for table in ("org", "relaxation", "standard", "threshold"):
                copy(file, handover, county, table)
            file.executemany(
                "INSERT INTO statement (org_code, school_year, element, stage, campus, value, source)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (org, year, element, stage, campus, value, "引擎合计")
                    for (org, element, stage, campus), value in sorted(amounts(engine, county).items())
                ],
            )
        file.execute("VACUUM")
    finally:
        file.close()
    draft.replace(path)


def copy(file, handover, county, table):
    columns = handover.tables[table]
    marks = ", ".join("?" for _ in columns)
    file.executemany(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",
        [tuple(row[c] for c in columns) for row in handover.read(county, table)],
    )


def amounts(engine, county):
    """(school, 数据项, 学段, campus) → value, of the county's schools."""
    own = f"FROM placed AS p JOIN {{}} AS t ON t.org_code = p.org_code WHERE p.county = '{county}'"
    pupils = engine.rows("SELECT t.org_code, t.stage, t.campus, t.pupils " + own.format("school_pupils"))
    campuses = {}
    for org, _, place, _ in pupils:
        campuses.setdefault(org, set()).add(place.partition("/")[2])
    found = {}

    def add(org, element, stage, campus, value):
        key = (org, element, stage, campus)
        found[key] = found.get(key, 0) + value

    def named(org, place):
        # A statement without a campus is the whole school's: the main campus of several takes a name.
        campus = (place or "").partition("/")[2]
        if place is None or campus or len(campuses.get(org, ())) < 2:
            return campus
        return next(name for name in MAIN if name not in campuses[org])

    for org, stage, place, number in pupils:
        add(org, "学生数", stage, named(org, place), number)
    for org, stage, number in engine.rows(
        "SELECT t.org_code, t.stage, sum(t.classes) " + own.format("school_class") + " GROUP BY t.org_code, t.stage"
    ):
        add(org, "班级数", stage, "", int(number))
    for org, element, stage, place, number in engine.rows(
        "SELECT t.org_code, t.element, t.stage, t.campus, t.amount_e4 " + own.format("amount")
        + " AND t.element NOT IN ('学生数', '班级数')"
    ):
        add(org, element, stage, named(org, place), number)
    known = {(org, element, stage) for org, element, stage, _ in found}
    # A register that tells a 0 is no blank.
    attended = {(org, stage) for org, stage, _, number in pupils if number > 0}
    by_stage = dict(engine.rows("SELECT element, by_stage FROM element WHERE relaxation IS NULL"))
    for org, element, stage in engine.rows("SELECT t.org_code, t.element, t.stage " + own.format("told")):
        if element in by_stage and (org, element, stage) not in known and element not in ("学生数", "班级数"):
            if not stage or (org, stage) in attended:
                add(org, element, stage, "", 0)
    whole = ("学生数", "班级数")
    return {key: value if key[1] in whole else value / 10_000 for key, value in found.items()}
