"""300 school files of about 2,000 rows into a county file: the first time, again, and with 1 % of the rows changed.

The peer is a bare script of the sqlite3 shell: nine files attached to a transaction, quick_check of each, and
INSERT … SELECT of every table (INSERT OR REPLACE where rows were changed), triggers off, synchronous FULL.
"""

import os
import pathlib
import re
import shutil
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import county
from harness import BenchError

FILES = int(os.environ.get("YICE_BENCH_FILES", "300"))
BATCH = 9
SCHEMA = (pathlib.Path(__file__).resolve().parents[2] / "schema.sql").read_text(encoding="utf-8")
OWN = {"file_info", "received", "evidence_blob", "sibling", "seal", "import_mapping", "own_revision"}
TABLES = [name for name in re.findall(r"^CREATE TABLE (\w+)", SCHEMA, re.MULTILINE) if name not in OWN]


def script(folder, files, verb):
    """What the peer runs."""
    lines = [".bail on", ".dbconfig enable_trigger off", "PRAGMA synchronous = FULL;"]
    for start in range(0, len(files), BATCH):
        batch = files[start:start + BATCH]
        lines += [f"ATTACH '{file}' AS f{n};" for n, file in enumerate(batch)]
        lines.append("BEGIN IMMEDIATE;")
        for n in range(len(batch)):
            lines.append(f"PRAGMA f{n}.quick_check(1);")
            lines += [f"{verb} INTO main.{table} SELECT * FROM f{n}.{table};" for table in TABLES]
        lines.append("COMMIT;")
        lines += [f"DETACH f{n};" for n in range(len(batch))]
    path = folder / "peer.sql"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def rows(path):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return db.execute(
            "SELECT (SELECT count(*) FROM teacher), (SELECT count(*) FROM equipment), (SELECT sum(value) FROM equipment)"
        ).fetchone()
    finally:
        db.close()


def run(bench):
    folder = pathlib.Path(bench.folder)
    inbox, changed = folder / "inbox", folder / "changed"
    inbox.mkdir()
    changed.mkdir()
    for number in range(FILES):
        code = f"21{990000 + number:08d}"
        path = inbox / f"{code}.db"
        county.make_school(bench.program, path, code, teachers=120, rooms=80, equipment=1760, classes=40)
        shutil.copyfile(path, changed / path.name)
        county.change_some(bench.program, changed / path.name, every=88)
    first = sorted(str(path) for path in inbox.glob("*.db"))
    later = sorted(str(path) for path in changed.glob("*.db"))
    bench.run(bench.program, "new", "empty.db", "--role", "county", "--org", "990101", "--name", "示例县", "--year", "2022")

    def start(source, target):
        shutil.copyfile(folder / source, folder / target)

    def check():
        ours, peer = rows(folder / "ours.db"), rows(folder / "peer.db")
        if ours != peer:
            raise BenchError(f"the two files differ: ours {ours}, peer {peer}")

    peer = ["sqlite3", "peer.db", f".read {script(folder, first, 'INSERT')}"]
    ours_first, peer_first = bench.compare(
        [bench.program, "merge", "ours.db", *first], peer, pairs=3,
        prepare_ours=lambda: start("empty.db", "ours.db"), prepare_peer=lambda: start("empty.db", "peer.db"),
        check=check)
    bench.ratio(ours_first, peer_first, "sqlite3-bare-script", goal=1.3, name="merge-first")
    bench.memory(ours_first)

    shutil.copyfile(folder / "ours.db", folder / "merged.db")
    ours_again, _ = bench.compare(
        [bench.program, "merge", "ours.db", *first], ["true"], pairs=3,
        prepare_ours=lambda: start("merged.db", "ours.db"))
    bench.ratio(ours_again, ours_first, "our-first-merge", goal=0.05, name="merge-again")

    ours_changed, _ = bench.compare(
        [bench.program, "merge", "ours.db", *later], ["true"], pairs=3,
        prepare_ours=lambda: start("merged.db", "ours.db"))
    bench.ratio(ours_changed, ours_first, "our-first-merge", goal=0.35, name="merge-1-percent")
