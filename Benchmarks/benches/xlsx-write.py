"""100,000 teachers of 12 columns from a school file into an .xlsx workbook.

The peer is Python's XlsxWriter in its constant-memory mode, fed by Python's sqlite3 from the same
file. Both sides write the same columns; ours leaves out its row memory, which the peer does not
have.
"""

import re
import subprocess
import sys
import zipfile

from harness import BenchError, peer_python

ROWS = 100_000
ORG, YEAR = "2199000001", 2022

# Columns of schema.sql, in the order of the workbook.
COLUMNS = [
    "org_code", "school_year", "teacher_no", "name", "stage", "subject", "full_time", "education",
    "title", "backbone", "certified", "post",
]

PEER = """
import sqlite3, sys, xlsxwriter
columns = sys.argv[1].split(",")
book = xlsxwriter.Workbook("peer.xlsx", {"constant_memory": True})
sheet = book.add_worksheet("教师")
text = book.add_format({"font_name": "宋体", "font_size": 10.5, "num_format": "@"})
for place, name in enumerate(columns):
    sheet.write_string(0, place, name, text)
db = sqlite3.connect("file:ours.db?mode=ro", uri=True)
rows = db.execute("SELECT " + ",".join(columns) + " FROM teacher ORDER BY org_code, school_year, teacher_no")
yes_no = {columns.index("full_time"), columns.index("certified")}
for number, row in enumerate(rows, start=1):
    for place, value in enumerate(row):
        if place in yes_no:
            value = {1: "是", 0: "否"}.get(value)
        if value is None:
            sheet.write_blank(number, place, None, text)
        elif isinstance(value, str):
            sheet.write_string(number, place, value, text)
        else:
            sheet.write_number(number, place, value)
book.close()
"""


def fill(path):
    """Teachers straight into the table: the import is measured elsewhere."""
    script = f"""
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS})
INSERT INTO teacher (org_code, school_year, teacher_no, name, stage, subject, full_time, education, title, backbone,
  certified, post, training_hours, note)
SELECT '{ORG}', {YEAR}, printf('T%06d', i), '王' || char(19968 + i % 5000) || char(20968 + i % 3000), '小学',
  CASE i % 4 WHEN 0 THEN '语文' WHEN 1 THEN '数学' WHEN 2 THEN '体育' ELSE '道德与法治' END, i % 5 <> 0,
  CASE i % 3 WHEN 0 THEN '本科' WHEN 1 THEN '专科' ELSE '研究生' END, '一级', '无', 1, '在编', NULL, NULL FROM n;
"""
    subprocess.run(["sqlite3", "-bail", path], input=script, text=True, check=True)


def cells(path):
    """Cells with a value on the first sheet."""
    with zipfile.ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml")
    return len(re.findall(rb"<row ", sheet)), len(re.findall(rb"</v>|</is>", sheet))


def run(bench):
    folder = bench.folder
    python = peer_python(folder, "XlsxWriter")
    if python is None:
        print("bench xlsx-write skipped: XlsxWriter could not be installed", file=sys.stderr)
        return
    bench.run(bench.program, "new", "ours.db", "--role", "school", "--org", ORG, "--name", "示例小学", "--year", YEAR)
    fill(folder / "ours.db")
    (folder / "peer.py").write_text(PEER, encoding="utf-8")

    def check():
        ours, peer = cells(folder / "ours.xlsx"), cells(folder / "peer.xlsx")
        if ours != peer or ours[0] != ROWS + 1:
            raise BenchError(f"the two workbooks differ in rows and cells: ours {ours}, peer {peer}")

    ours, peer = bench.compare(
        [bench.program, "export", "ours.db", "教师", "-o", "ours.xlsx", "--no-memory",
         "--columns", ",".join(COLUMNS)],
        [python, "peer.py", ",".join(COLUMNS)],
        check=check,
    )
    bench.ratio(ours, peer, "XlsxWriter", goal=0.66)
    bench.memory(ours)
