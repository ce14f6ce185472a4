"""Makes school files for benchmarks: one real file of a school, copied and renamed by SQL."""

import pathlib
import sqlite3
import subprocess


def run(binary, *arguments):
    subprocess.run([binary, *map(str, arguments)], check=True, capture_output=True)


def make_school(binary, path, code, teachers, rooms, equipment, classes):
    run(binary, "new", path, "--org", code, "--name", f"示例学校{code[-4:]}", "--kind", "小学",
        "--county", "990101", "--year", "2022")
    folder = pathlib.Path(path).parent
    sheets = {
        "班级": ("学段,年级,班号,班级人数\n" + "".join(
            f"小学,{n % 6 + 1},{n // 6 + 1},{40 + n % 5}\n" for n in range(classes))),
        "教师": ("教师编号,姓名,任教学段,任教学科,专任教师,最高学历,骨干级别\n" + "".join(
            f"T{n:05d},教师{n},小学,{'体育' if n % 12 == 0 else '语文'},是,本科,{'县级' if n % 9 == 0 else '无'}\n"
            for n in range(teachers))),
        "用房": ("用房编号,用房类别,建筑面积,网络多媒体教室\n" + "".join(
            f"R{n:05d},教室,{60 + n % 30},{'是' if n % 2 else '否'}\n" for n in range(rooms))),
        "仪器设备": ("设备编号,设备名称,设备类别,数量,金额\n" + "".join(
            f"E{n:06d},设备{n},教学仪器设备,1,{1000 + n % 700}\n" for n in range(equipment))),
    }
    for table, text in sheets.items():
        sheet = folder / f"{code}-{table}.csv"
        sheet.write_text(text, encoding="utf-8")
        run(binary, "import", path, table, sheet)
        sheet.unlink()


def change_some(binary, path, every):
    """Changes one row in `every` of the larger tables, in one revision each, as a clerk would by import."""
    rows = sqlite3.connect(path).execute("SELECT item_no FROM equipment ORDER BY item_no").fetchall()
    sheet = pathlib.Path(path).with_suffix(".change.csv")
    sheet.write_text("设备编号,设备名称,设备类别,金额\n" + "".join(
        f"{number},改过的设备,教学仪器设备,4321\n" for (number,) in rows[::every]), encoding="utf-8")
    run(binary, "import", path, "仪器设备", sheet)
    sheet.unlink()
