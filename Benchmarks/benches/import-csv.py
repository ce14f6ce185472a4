"""100,000 teachers from a CSV file into a fresh school file.

The peer is the sqlite3 shell's `.import --csv` into the same table of schema.sql, from the
same rows as the table stores them (1 for 是, school code and year in front): the shell cannot
read the school's own words. Both sides commit once to a file in the same folder. A second peer,
`sqlite-utils insert --csv`, gets the same rows with the columns' names above them.
"""

import csv
import pathlib
import random
import re
import shutil
import sqlite3
import sys

from harness import BenchError, peer_python

ROWS = 100_000
ORG, YEAR = "2199000001", 2022
SCHEMA = pathlib.Path(__file__).resolve().parents[2] / "schema.sql"

# Chinese header, column of schema.sql, the words it takes.
COLUMNS = [
    ("教师编号", "teacher_no", None),
    ("姓名", "name", None),
    ("任教学段", "stage", ["小学"]),
    ("任教学科", "subject", ["语文", "数学", "英语", "道德与法治", "科学", "体育", "音乐", "美术"]),
    ("专任教师", "full_time", ["是", "是", "是", "否"]),
    ("最高学历", "education", ["本科", "本科", "专科", "研究生"]),
    ("专业技术职务", "title", ["一级", "二级", "高级", "三级", "未定级"]),
    ("骨干级别", "backbone", ["无", "无", "无", "校级", "县级", "市级"]),
    # The shell's import knows no empty value, and an empty text is no date.
    ("骨干认定日期", "backbone_on", ["2019-09-01", "2020-12-30", "2022-06-01"]),
    ("持教师资格证", "certified", ["是"]),
    ("岗位性质", "post", ["在编", "在编", "编外", "支教"]),
    ("五年培训学时", "training_hours", ["360", "372", "180", "400"]),
    ("备注", "note", ["新学期调入", "兼任班主任", "产假", "教研组长"]),
]
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "子涵雨轩梓浩宇欣怡佳琪思远明华建国秀英丽娟志强文博"


def teachers():
    """The same rows on every machine and in every run."""
    chance = random.Random(20220901)
    for number in range(1, ROWS + 1):
        yield [
            f"T{number:06d}",
            chance.choice(SURNAMES) + chance.choice(GIVEN) + chance.choice(GIVEN),
        ] + [chance.choice(words) for _, _, words in COLUMNS[2:]]


def write_data(folder, table):
    """The school's file for us; for the peer the rows as the table stores them."""
    stored = {"是": "1", "否": "0"}
    with open(folder / "teachers.csv", "w", encoding="utf-8", newline="") as school, \
            open(folder / "peer.csv", "w", encoding="utf-8", newline="") as peer, \
            open(folder / "named.csv", "w", encoding="utf-8", newline="") as named:
        ours, theirs, utils = csv.writer(school), csv.writer(peer), csv.writer(named)
        ours.writerow([header for header, _, _ in COLUMNS])
        utils.writerow([name for name, _ in table])
        for cells in teachers():
            ours.writerow(cells)
            given = {column: stored.get(cell, cell) for (_, column, _), cell in zip(COLUMNS, cells)}
            given |= {"org_code": ORG, "school_year": str(YEAR)}
            stored_row = [given.get(name, "0" if kind == "INTEGER" else "") for name, kind in table]
            theirs.writerow(stored_row)
            utils.writerow(stored_row)


def count(path):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return db.execute("SELECT count(*), sum(full_time), sum(training_hours) FROM teacher").fetchone()
    except sqlite3.Error as error:
        raise BenchError(f"{path.name}: {error}") from error
    finally:
        db.close()


def run(bench):
    folder = bench.folder
    statement = re.search(r"CREATE TABLE teacher \(.*?\n\) STRICT, WITHOUT ROWID;",
                          SCHEMA.read_text(encoding="utf-8"), re.DOTALL)
    if not statement:
        raise BenchError("schema.sql has no table teacher")
    with_table = sqlite3.connect(folder / "peer-empty.db")
    with_table.execute(statement.group(0))
    with_table.commit()
    table = [row[1:3] for row in with_table.execute("PRAGMA table_info(teacher)")]
    with_table.close()
    write_data(folder, table)

    bench.run(bench.program, "new", "ours-empty.db", "--role", "school", "--org", ORG,
              "--name", "示例小学", "--year", YEAR)
    if not (folder / "ours-empty.db").exists():
        raise BenchError("yice new made no file")

    def fresh(side):
        for suffix in ("", "-journal", "-wal", "-shm"):
            (folder / f"{side}.db{suffix}").unlink(missing_ok=True)
        shutil.copyfile(folder / f"{side}-empty.db", folder / f"{side}.db")

    def check():
        got, expected = count(folder / "ours.db"), count(folder / "peer.db")
        if expected[0] != ROWS or got != expected:
            raise BenchError(f"the two files differ: ours {got}, peer {expected}")

    ours, peer = bench.compare(
        [bench.program, "import", "ours.db", "教师", "teachers.csv"],
        ["sqlite3", "-bail", "peer.db", ".import --csv peer.csv teacher"],
        prepare_ours=lambda: fresh("ours"),
        prepare_peer=lambda: fresh("peer"),
        check=check,
    )
    bench.ratio(ours, peer, "sqlite3", goal=1.7)
    bench.memory(ours)
    bench.rate(ROWS / ours.seconds, "rows", goal=100_000, name="import-csv-rate")

    python = peer_python(folder, "sqlite-utils")
    if python is None:
        print("bench import-csv: sqlite-utils could not be installed", file=sys.stderr)
        return
    ours, peer = bench.compare(
        [bench.program, "import", "ours.db", "教师", "teachers.csv"],
        [python, "-m", "sqlite_utils", "insert", "peer.db", "teacher", "named.csv", "--csv"],
        pairs=3,
        prepare_ours=lambda: fresh("ours"),
        prepare_peer=lambda: fresh("peer"),
        check=check,
    )
    bench.ratio(ours, peer, "sqlite-utils", goal=0.067, name="import-csv-sqlite-utils")
