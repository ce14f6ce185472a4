"""Workbooks of whole schools (40 classes, 2,000 rows): all sheets of one into a school's file, and 300 merged into the
county's file beside the same 300 schools as files of our own.

openpyxl reading the same workbook is told beside the import; the merge's peer is our own merge of files.
"""

import os
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import county
from harness import peer_python

FILES = int(os.environ.get("YICE_BENCH_WORKBOOKS", "300"))
READ = """
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
print(sum(1 for sheet in book for row in sheet.iter_rows(values_only=True)))
"""

FILL = """
import sys, openpyxl
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path)
    sheet = book["仪器设备"]
    place = next(c.column for c in sheet[1] if c.value.startswith("金额"))
    for row in range(2, sheet.max_row + 1, 88): sheet.cell(row, place).value = 4321
    book.save(path)
"""


def run(bench):
    folder = pathlib.Path(bench.folder)
    files, books = folder / "files", folder / "books"
    files.mkdir()
    books.mkdir()
    bench.run(bench.program, "new", "empty.db", "--role", "county", "--org", "990101", "--name", "示例县", "--year", "2022")
    for number in range(FILES):
        code = f"21{990000 + number:08d}"
        path = files / f"{code}.db"
        county.make_school(bench.program, path, code, teachers=120, rooms=80, equipment=1760, classes=40)
        bench.run(bench.program, "template", path, "全部", "-o", books / f"{code}.xlsx")
    mailed = sorted(str(path) for path in files.glob("*.db"))
    filled = sorted(str(path) for path in books.glob("*.xlsx"))

    # A school that has nothing yet takes its whole workbook.
    code = pathlib.Path(mailed[0]).stem
    bench.run(bench.program, "new", "none.db", "--org", code, "--name", "学校", "--kind", "小学", "--county", "990101",
              "--year", "2022")
    python = peer_python(folder, "openpyxl")
    ours, peer = bench.compare(
        [bench.program, "import", "one.db", filled[0]],
        [python, "-c", READ, filled[0]] if python else ["true"], pairs=3,
        prepare_ours=lambda: shutil.copyfile(folder / "none.db", folder / "one.db"))
    if python:
        bench.ratio(ours, peer, "openpyxl-reads", goal=1, name="workbook-import")
    bench.rate(1 / ours.seconds, "workbooks", goal=2, name="workbook-import")
    bench.memory(ours)

    # The bureau's file knows the schools, as it does when workbooks were sent out; both ways change the same rows.
    if not python:
        return
    bench.run(bench.program, "merge", "empty.db", *mailed)
    shutil.copyfile(folder / "empty.db", folder / "known.db")
    shutil.rmtree(books)
    bench.run(bench.program, "issue", "known.db", "--to", books, "--workbook")
    filled = sorted(str(path) for path in books.glob("*.xlsx"))
    bench.run(python, "-c", FILL, *filled)
    for path in mailed:
        county.change_some(bench.program, path, every=88)

    def start():
        shutil.copyfile(folder / "known.db", folder / "county.db")

    ours, peer = bench.compare(
        [bench.program, "merge", "county.db", *filled], [bench.program, "merge", "county.db", *mailed], pairs=1,
        prepare_ours=start, prepare_peer=start)
    bench.ratio(ours, peer, "our-merge-of-files", goal=2.5, name="workbook-merge")
    bench.memory(ours)
