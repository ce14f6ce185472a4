"""All indicators of a county, against the same SQL run in the sqlite3 shell on the same file.

indicators-registers: 300 schools with full registers, 600,000 rows.
indicators-2000, -20000, -200000: schools that only state their figures, 25 statements each. The largest (5 million
statements) runs with YICE_BENCH_FULL=1. indicators-growth: time a school at the largest size over the smallest.

Both sides end with the county's means and variances, which must agree.
"""

import json
import os
import pathlib
import random
import sqlite3

from harness import BenchError, verdict

YEAR = 2022
SQL = pathlib.Path(__file__).resolve().parents[2] / "Sources/YiceIndicators/SQL"

# What the national profile says, as rows of the tables that SQL/10 makes.
ELEMENTS = [
    ("学生数", "class_roll", 1), ("班级数", "class_roll", 1), ("专任教师数", "teacher", 1),
    ("高于规定学历教师数", "teacher", 1), ("骨干教师数", "teacher", 1), ("体育教师数", "teacher", 1),
    ("艺术教师数", "teacher", 1), ("中级及以上职务教师数", "teacher", 1), ("教学及辅助用房面积", "room", 0),
    ("室内体育用房面积", "room", 0), ("运动场地面积", "ground", 0), ("教学仪器设备值", "equipment", 0),
    ("网络多媒体教室数", "room", 0), ("计算机台数", "equipment", 0), ("图书册数", "equipment", 0),
    ("兼职走教体艺教师数", "teacher", 1), ("租借运动场地面积", "ground", 0), ("改建运动场地面积", "ground", 0),
]
NEEDS_ROWS = {"计算机台数", "图书册数"}
RELAXATIONS = {"兼职走教体艺教师数": "R3", "租借运动场地面积": "R5", "改建运动场地面积": "R5"}
INDICATORS = {
    "R1": (100, [("高于规定学历教师数", 1)]), "R2": (100, [("骨干教师数", 1)]),
    "R3": (100, [("体育教师数", 1), ("艺术教师数", 1)]),
    "R4": (1, [("教学及辅助用房面积", 1), ("室内体育用房面积", -1)]),
    "R5": (1, [("运动场地面积", 1), ("室内体育用房面积", 1)]), "R6": (1, [("教学仪器设备值", 1)]),
    "R7": (100, [("网络多媒体教室数", 1)]),
}
WORDS = {
    "backbone": ["县级", "市级", "省级", "国家级"], "pe_subjects": ["体育", "体育与健康"],
    "art_subjects": ["音乐", "美术", "艺术"], "middle_titles": ["正高级", "高级", "一级"],
    "teaching_rooms": ["教室", "专用教室", "公共教学用房", "室内体育用房"], "indoor_sports_rooms": ["室内体育用房"],
    "multimedia_rooms": ["教室", "专用教室", "公共教学用房"], "sports_grounds": ["运动场地"],
    "teaching_equipment": ["教学仪器设备", "计算机"], "computers": ["计算机"], "books": ["图书"],
}
ABOVE = {"小学": ["专科", "本科", "研究生"], "初中": ["本科", "研究生"]}
WEIGHTS = [
    (0, "幼儿", 10000), (0, "小学", 10000), (0, "初中", 11000), (0, "高中", 13200), (1, "幼儿", 10000),
    (1, "初中", 10000), (1, "高中", 12000),
]
# Stated beside the indicators' own, as a national return has them.
OTHERS = ["持证专任教师数", "完成培训学时教师数", "符合交流条件教师数", "交流轮岗教师数", "交流轮岗骨干教师数"]
KINDS = [("小学", ["小学"]), ("小学", ["小学"]), ("初级中学", ["初中"]), ("九年一贯制学校", ["小学", "初中"])]


def code(number):
    return f"{2100000000 + number}"


def empty(bench, name):
    """A county file without the triggers for other programs, open for filling."""
    bench.run(bench.program, "new", name, "--role", "county", "--org", "990101", "--name", "示例县", "--year", YEAR)
    db = sqlite3.connect(bench.folder / name)
    for (trigger,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {trigger}")
    return db


def fill_registers(db, schools):
    chance = random.Random(20220901)
    rows = 0
    for number in range(schools):
        org, (kind, stages) = code(number), KINDS[number % len(KINDS)]
        db.execute("INSERT INTO org (org_code, name, kind) VALUES (?, ?, ?)", (org, f"学校{number}", kind))
        db.executemany(
            "INSERT INTO class_roll (org_code, school_year, stage, entry_year, class_no, grade, head_count)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(org, YEAR, stages[i % len(stages)], 2020, i + 1, 3, chance.randint(25, 50)) for i in range(40)])
        db.executemany(
            "INSERT INTO teacher (org_code, school_year, teacher_no, name, stage, subject, full_time, education,"
            " title, backbone) VALUES (?, ?, ?, '某', ?, ?, 1, ?, ?, ?)",
            [(org, YEAR, f"T{i}", stages[i % len(stages)], chance.choice(["语文", "数学", "体育", "音乐", "美术"]),
              chance.choice(["本科", "专科", "研究生"]), chance.choice(["一级", "二级", "高级"]),
              chance.choice(["无", "无", "校级", "县级"])) for i in range(120)])
        db.executemany(
            "INSERT INTO room (org_code, school_year, room_no, category, floor_area, multimedia)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [(org, YEAR, f"F{i}", chance.choice(["教室", "专用教室", "公共教学用房", "室内体育用房", "生活用房"]),
              chance.randint(4000, 12000) / 100, chance.randint(0, 1)) for i in range(150)])
        db.executemany(
            "INSERT INTO ground (org_code, school_year, ground_no, category, area) VALUES (?, ?, ?, '运动场地', ?)",
            [(org, YEAR, f"C{i}", chance.randint(300, 3000)) for i in range(10)])
        db.executemany(
            "INSERT INTO equipment (org_code, school_year, item_no, name, category, quantity, value)"
            " VALUES (?, ?, ?, '某', ?, ?, ?)",
            [(org, YEAR, f"E{i}", chance.choice(["教学仪器设备", "计算机", "图书", "其他设备"]), 1,
              chance.randint(10000, 900000) / 100) for i in range(1680)])
        rows += 2000
    return rows


def fill_statements(db, schools):
    chance = random.Random(20220901)
    rows = 0
    for number in range(schools):
        org, (kind, stages) = code(number), KINDS[number % len(KINDS)]
        db.execute("INSERT INTO org (org_code, name, kind) VALUES (?, ?, ?)", (org, f"学校{number}", kind))
        pupils = chance.randint(100, 2000)
        stated = []
        for element, _, by_stage in ELEMENTS[:15]:
            for stage in stages if by_stage else [""]:
                share = {"学生数": 1, "班级数": 0.025, "教学及辅助用房面积": 6, "运动场地面积": 9, "教学仪器设备值": 2600}
                stated.append((org, YEAR, element, stage, round(pupils * share.get(element, 0.03)) + chance.randint(0, 9)))
        for element in OTHERS + ["生均公用经费基准定额"]:
            stated += [(org, YEAR, element, stage, chance.randint(1, 60)) for stage in stages]
        while len(stated) < 25:
            stated.append((org, YEAR, ["特殊教育学生数", "特殊教育公用经费", "随迁子女数", "公办就读随迁子女数"][len(stated) % 4],
                           "", chance.randint(1, 60)))
        db.executemany("INSERT INTO statement (org_code, school_year, element, stage, value) VALUES (?, ?, ?, ?, ?)",
                       stated[:34])
        rows += len(stated)
    return rows


def script(large):
    """What the shell runs: the files of SQL/ with the tables of SQL/10 filled in."""
    def values(table, rows):
        text = ",\n".join("(" + ", ".join("NULL" if cell is None else repr(cell) for cell in row) + ")" for row in rows)
        return f"INSERT INTO {table} VALUES\n{text};\n"

    lines = [(SQL / "10-inputs.sql").read_text(encoding="utf-8")]
    lines.append(f"INSERT INTO chosen_year VALUES ({YEAR});\n")
    lines.append("INSERT INTO school SELECT org_code, CASE kind WHEN '小学' THEN '小学' WHEN '初级中学' THEN '初中' END "
                 "FROM org WHERE kind <> '教育行政部门';\n")
    lines.append(values("element", [(*e, int(e[0] in NEEDS_ROWS), RELAXATIONS.get(e[0])) for e in ELEMENTS]))
    lines.append(values("indicator", [(id, per) for id, (per, _) in INDICATORS.items()]))
    lines.append(values("term", [(id, element, sign) for id, (_, terms) in INDICATORS.items() for element, sign in terms]))
    words = [(name, "", word) for name, all in WORDS.items() for word in all]
    words += [("above_qualification", stage, word) for stage, all in ABOVE.items() for word in all]
    lines.append(values("word", words))
    lines.append(values("weight", WEIGHTS))
    lines.append("INSERT INTO scope SELECT org_code, org_code FROM school;\n")
    for path in sorted(SQL.glob("*.sql"))[1:]:
        lines.append(path.read_text(encoding="utf-8"))
    lines.append("SELECT stage, indicator, mean, variance FROM county_value ORDER BY stage, indicator;\n")
    # As ours: in memory for a county, in a file for a country.
    store = "FILE;\nPRAGMA temp.cache_size = -65536;\nPRAGMA cache_size = -16384" if large else "MEMORY"
    return f"PRAGMA temp_store = {store};\nBEGIN;\n" + "".join(lines)


def agree(bench, name, words):
    """The two sides' means and coefficients are the same."""
    theirs = {}
    out = bench.run("sqlite3", "-bail", name, ".read peer.sql")
    for line in out.splitlines():
        stage, indicator, mean, variance = line.split("|")
        theirs[stage, indicator] = float(mean), float(variance) ** 0.5 / float(mean)
    figures = json.loads(bench.run(bench.program, "indicators", name, *words))
    for stage in figures["stages"]:
        for one in stage["indicators"]:
            mean, cv = theirs[stage["label"], one["id"]]
            if abs(one["mean"] - mean) > 1e-9 * mean or abs(one["cv"] - cv) > 1e-9:
                raise BenchError(f"{stage['label']} {one['id']}: ours {one['mean']} {one['cv']}, peer {mean} {cv}")


def measure(bench, label, fill, schools, pairs):
    name = f"{label}.db"
    db = empty(bench, name)
    with db:
        rows = fill(db, schools)
    db.close()
    (bench.folder / "peer.sql").write_text(script((bench.folder / name).stat().st_size > 200_000_000), encoding="utf-8")
    words = ["--summary", "--json"]
    agree(bench, name, words)
    ours, peer = bench.compare(
        [bench.program, "indicators", name, *words], ["sqlite3", "-bail", name, ".read peer.sql"], pairs=pairs)
    bench.ratio(ours, peer, "sqlite3", goal=1.2, name=label)
    bench.memory(ours)
    print(f"  {schools} schools, {rows} rows, {ours.peak / 1e6:.0f} MB goal<500 {verdict(ours.peak < 500e6)}", flush=True)
    (bench.folder / name).unlink()
    return ours.seconds / schools


def run(bench):
    measure(bench, "indicators-registers", fill_registers, 300, pairs=5)
    sizes = [2_000, 20_000] + ([200_000] if os.environ.get("YICE_BENCH_FULL") == "1" else [])
    each = [measure(bench, f"indicators-{size}", fill_statements, size, pairs=3 if size < 100_000 else 1)
            for size in sizes]
    growth = each[-1] / each[0]
    print(f"bench indicators-growth ours={growth:.2f} (time a school, {sizes[-1]} over {sizes[0]}) goal<=1.1"
          f" {verdict(growth <= 1.1)}", flush=True)
