"""Reading a workbook of 100,000 × 12: yice sheets --count against python-calamine and openpyxl.

The peers live in an environment of the benchmark's own, made with venv and pip; where they cannot
be installed the benchmark says so and is skipped. YICE_BENCH_PYTHON names a Python that has them.
"""

import sys

from harness import BenchError, peer_python

ROWS = 100_000
MEMORY = 100 << 20

WRITE = """
import datetime, random, sys
from openpyxl import Workbook
random = random.Random(1)
book = Workbook(write_only=True)
sheet = book.create_sheet("教师")
sheet.append(["教师编号", "姓名", "任教学段", "任教学科", "专任教师", "最高学历", "骨干级别", "课时", "金额",
              "出生日期", "持证", "备注"])
day = datetime.date(1990, 1, 1)
for row in range(int(sys.argv[2])):
    sheet.append([
        "T%06d" % row, "王" + chr(0x4E00 + random.randrange(5000)) + chr(0x4E00 + random.randrange(5000)),
        random.choice(["小学", "初中"]), random.choice(["语文", "数学", "英语", "体育"]),
        random.choice(["是", "否"]), "本科", "县级", random.randrange(500), random.randrange(1000000) / 100,
        day + datetime.timedelta(random.randrange(9000)), True, "备注%d" % row if row % 3 == 0 else "无"])
book.save(sys.argv[1])
"""
CALAMINE = """
import sys
from python_calamine import CalamineWorkbook
rows = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
assert len(rows) == int(sys.argv[2]) + 1
"""
OPENPYXL = """
import sys
from openpyxl import load_workbook
sheet = load_workbook(sys.argv[1], read_only=True).worksheets[0]
assert sum(1 for row in sheet.iter_rows(values_only=True)) == int(sys.argv[2]) + 1
"""


def run(bench):
    python = peer_python(bench.folder, "openpyxl", "python-calamine")
    if python is None:
        print("bench xlsx-read skipped: python-calamine and openpyxl could not be installed", file=sys.stderr)
        return
    scripts = {"write": WRITE, "by-calamine": CALAMINE, "by-openpyxl": OPENPYXL}
    for name, text in scripts.items():
        (bench.folder / f"{name}.py").write_text(text, encoding="utf-8")
    bench.run(python, "write.py", "book.xlsx", ROWS)
    command = [bench.program, "sheets", "book.xlsx", "--count"]
    counted = bench.run(*command, "--csv")
    if f",{ROWS + 1},12" not in counted:
        raise BenchError(f"yice sheets counted otherwise: {counted}")

    ours, peer = bench.compare(command, [python, "by-calamine.py", "book.xlsx", str(ROWS)])
    bench.ratio(ours, peer, "calamine", goal=1.43)
    bench.memory(ours)
    bench.rate(ROWS / ours.seconds, "rows", goal=100_000, name="xlsx-read-rate")
    if ours.peak is not None and ours.peak > MEMORY:
        raise BenchError(f"more than {MEMORY >> 20} MB of memory")
    ours, peer = bench.compare(command, [python, "by-openpyxl.py", "book.xlsx", str(ROWS)], pairs=3)
    bench.ratio(ours, peer, "openpyxl", goal=0.2, name="xlsx-read-openpyxl")
