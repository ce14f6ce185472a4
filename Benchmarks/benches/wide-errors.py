"""A sheet of 16,384 columns, most of them unknown, with bad cells: its error workbook."""

import csv

COLUMNS, ROWS = 16_384, 20
KNOWN = ["教师编号", "姓名", "任教学段", "专任教师", "最高学历"]


def run(bench):
    with open(bench.folder / "wide.csv", "w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(KNOWN + [f"列{number}" for number in range(COLUMNS - len(KNOWN))])
        for row in range(ROWS):
            education = "博士后" if row % 2 else "本科"
            sheet.writerow([f"T{row}", "王一", "小学", "是", education] + [str(row)] * (COLUMNS - len(KNOWN)))
    bench.run(bench.program, "new", "s.db", "--role", "school", "--org", "2133000001", "--name", "示例小学",
              "--year", "2022")
    ours, _ = bench.compare(
        # Status 2: there are bad cells, which is what is asked.
        ["sh", "-c", '"$0" import s.db 教师 wide.csv --errors errors.xlsx; [ $? -eq 2 ]', bench.program], ["true"],
        pairs=3,
        prepare_ours=lambda: (bench.folder / "errors.xlsx").unlink(missing_ok=True))
    # 2 s in all.
    bench.rate(COLUMNS / ours.seconds, "columns", goal=COLUMNS / 2, name="wide-errors")
    bench.memory(ours)
