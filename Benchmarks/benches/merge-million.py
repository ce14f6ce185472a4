"""One merge of 1,000,000 rows: 1 % of them changed on the other side, 0.1 % changed on both.

The peer is a plain diff-and-apply in the sqlite3 shell: attach, quick_check, INSERT OR REPLACE of every row that
differs, DELETE of every row that is gone; it keeps no second version, so it overwrites our side of each conflict.
pygeodiff, where it can be installed, rebases the same changes on the same two files (registers without rev), and the
conflicts that it reports and drops are counted; rows that one side deletes and the other changes are among them.
"""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import textwrap
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from harness import BenchError, seconds

ROWS = int(os.environ.get("YICE_BENCH_ROWS", "1000000"))
COLUMNS = "org_code, school_year, item_no, name, campus, category, quantity, value, rev"


def run_sql(path, sql, *parameters):
    db = sqlite3.connect(path)
    try:
        db.execute("PRAGMA synchronous = OFF")
        # The rows are stamped by hand, as yice itself does.
        triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'equipment'")
        kept = triggers.fetchall()
        for name, _ in kept:
            db.execute(f"DROP TRIGGER {name}")
        for statement in sql:
            db.execute(statement, parameters)
        for _, text in kept:
            db.execute(text)
        db.commit()
    finally:
        db.close()


def revision(number):
    """SQL that adds a revision that is known in the school's registers."""
    return [
        f"""INSERT INTO revision VALUES ({number}, '2133000001', '2022-10-0{number % 9 + 1}T00:00:00.000Z', 'school',
            'bench', 'bench', 'set', NULL)""",
        f"INSERT INTO revision_area (id, org_code, class) VALUES ({number}, '2133000001', 'register')",
        "UPDATE file_info SET value = lower(hex(randomblob(8))) WHERE key = 'state'",
    ]


def change(number, condition, value):
    """SQL that changes rows under a revision and keeps them in the history."""
    image = ", ".join(f"'{name}', {name}" for name in (
        "org_code", "school_year", "item_no", "name", "campus", "category", "purpose", "quantity", "unit", "value",
        "counts_as_teaching", "bought_on", "pending", "note"))
    kind = "delete" if value is None else "update"
    keep = f"""INSERT INTO change SELECT {number}, 'equipment', json_array(org_code, school_year, item_no), rev, org_code,
        '{kind}', json_object({image}), 0 FROM equipment WHERE {condition}"""
    if value is None:
        return revision(number) + [keep, f"DELETE FROM equipment WHERE {condition}"]
    return revision(number) + [
        keep, f"UPDATE equipment SET value = {value}, rev = {number} WHERE {condition}"]


def make(bench, folder):
    ours, theirs = folder / "base.db", folder / "theirs.db"
    bench.run(bench.program, "new", ours, "--org", "2133000001", "--name", "示例学校", "--kind", "小学",
              "--county", "330100", "--year", "2022")
    run_sql(ours, revision(11) + [f"""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS})
        INSERT INTO equipment ({COLUMNS}) SELECT '2133000001', 2022, printf('E%07d', i), '设备' || i, '', '教学仪器设备',
        i % 9, 1000 + i % 700, 11 FROM n"""])
    shutil.copyfile(ours, theirs)
    shutil.copyfile(ours, folder / "common.db")
    number = "CAST(substr(item_no, 2) AS INTEGER)"
    # Theirs changes 1 %; ours changes a tenth of those differently; two hundredths of these were deleted over there.
    run_sql(theirs, change(22, f"{number} % 50000 = 0", None)
            + change(23, f"{number} % 100 = 0", 5))
    run_sql(ours, change(31, f"{number} % 1000 = 0", 7))
    return ours, theirs


def script(folder, theirs):
    columns = "org_code school_year item_no name campus category purpose quantity unit value counts_as_teaching " \
        "bought_on pending note rev".split()
    match = " AND ".join(f"a.{c} = b.{c}" for c in columns[:3])
    differs = " OR ".join(f"a.{c} IS NOT b.{c}" for c in columns[3:])
    path = folder / "peer.sql"
    path.write_text(f""".bail on
.dbconfig enable_trigger off
PRAGMA synchronous = FULL;
ATTACH '{theirs}' AS b;
BEGIN IMMEDIATE;
PRAGMA b.quick_check(1);
INSERT OR REPLACE INTO main.equipment SELECT b.* FROM b.equipment AS b LEFT JOIN main.equipment AS a ON {match}
  WHERE a.org_code IS NULL OR {differs};
DELETE FROM main.equipment AS a WHERE NOT EXISTS (SELECT 1 FROM b.equipment AS b WHERE {match});
INSERT OR IGNORE INTO main.change SELECT * FROM b.change;
INSERT OR IGNORE INTO main.revision SELECT * FROM b.revision;
COMMIT;
""", encoding="utf-8")
    return path


def geodiff(bench, folder):
    """The same rows in plain tables, rebased by pygeodiff; says why it is left out when it cannot be had."""
    venv = folder / "venv"
    python = venv / "bin/python"
    for command in ([sys.executable, "-m", "venv", venv],
                    [python, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", "pygeodiff"]):
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
        if done.returncode != 0:
            reason = (done.stderr or done.stdout).strip().splitlines()
            print(f"  pygeodiff left out: {reason[-1] if reason else 'cannot be installed'}", flush=True)
            return None
    for name in ("base", "theirs", "common"):
        db = sqlite3.connect(folder / f"plain-{name}.db")
        db.executescript(f"""
            CREATE TABLE equipment (id INTEGER PRIMARY KEY, org_code TEXT, school_year INTEGER, item_no TEXT, name TEXT,
              campus TEXT, category TEXT, purpose TEXT, quantity REAL, unit TEXT, value REAL,
              counts_as_teaching INTEGER, bought_on TEXT, pending INTEGER, note TEXT);
            ATTACH '{folder / (name + ".db")}' AS s;
            INSERT INTO equipment SELECT CAST(substr(item_no, 2) AS INTEGER), org_code, school_year, item_no, name,
              campus, category, purpose, quantity, unit, value, counts_as_teaching, bought_on, pending, note
              FROM s.equipment;""")
        db.close()
    program = folder / "rebase.py"
    program.write_text(textwrap.dedent("""
        import json, os, sys, pygeodiff
        folder = sys.argv[1]
        at = lambda name: os.path.join(folder, name)
        # rebase(base, theirs, ours, conflicts): ours becomes theirs with our changes on top.
        pygeodiff.GeoDiff().rebase(at("plain-common.db"), at("plain-theirs.db"), at("plain-ours.db"), at("conflict.json"))
    """), encoding="utf-8")
    conflict = folder / "conflict.json"

    def prepare():
        shutil.copyfile(folder / "plain-base.db", folder / "plain-ours.db")
        conflict.unlink(missing_ok=True)

    prepare()
    start = time.perf_counter()
    done = subprocess.run([python, program, folder], capture_output=True, text=True)
    taken = time.perf_counter() - start
    if done.returncode != 0:
        print(f"  pygeodiff left out: {done.stderr.strip().splitlines()[-1]}", flush=True)
        return None
    db = sqlite3.connect(folder / "plain-ours.db")
    # A conflict is kept when both values can still be found: in the file, or named in the report.
    wanted = ROWS // 1000
    reported = conflict.read_text(encoding="utf-8").count('"fid"') if conflict.exists() else 0
    lost = ROWS // 50000 - db.execute("SELECT count(*) FROM equipment WHERE id % 50000 = 0").fetchone()[0]
    db.close()
    return taken, wanted, reported, lost


def run(bench):
    folder = pathlib.Path(bench.folder)
    ours, theirs = make(bench, folder)
    conflicts = ROWS // 1000 - ROWS // 50000

    def start(name):
        shutil.copyfile(ours, folder / name)

    def check():
        db = sqlite3.connect(folder / "ours.db")
        kept = db.execute("SELECT count(DISTINCT row_key) FROM sibling").fetchone()[0]
        rows = db.execute("SELECT count(*) FROM equipment WHERE rev = 23").fetchone()[0]
        deleted = db.execute(
            "SELECT count(*) FROM equipment WHERE CAST(substr(item_no, 2) AS INTEGER) % 50000 = 0").fetchone()[0]
        db.close()
        if kept != conflicts or rows < ROWS // 100 - ROWS // 1000 or deleted != ROWS // 50000:
            raise BenchError(f"the merge lost something: {kept} conflicts of {conflicts}, {rows} changes, {deleted} kept")

    # The exit status of a merge with conflicts is 3.
    merge = ["/bin/sh", "-c", '"$0" "$@"; test $? -eq 3', bench.program, "merge", "ours.db", theirs]
    peer = ["sqlite3", "peer.db", f".read {script(folder, theirs)}"]
    series, other = bench.compare(
        merge, peer, pairs=3, prepare_ours=lambda: start("ours.db"), prepare_peer=lambda: start("peer.db"), check=check)
    bench.ratio(series, other, "sql-diff-and-apply", goal=1.3)
    bench.memory(series)
    print(f"  conflicts ours={conflicts} of {conflicts} peer=0 (overwritten)", flush=True)
    found = geodiff(bench, folder)
    if found:
        taken, wanted, reported, lost = found
        print(f"  pygeodiff {seconds(taken)} s ratio={series.seconds / taken:.2f} goal<1"
              f" conflicts reported={reported} of {wanted}, edits of deleted rows lost={lost}", flush=True)
