#!/usr/bin/env python3
"""Writes the statistics workbooks of this folder, laid out like those of the education statistics (教基).

  一校报表.xlsx   one school's own forms: rows and columns are labels, codes under the headings, merged headings
  全县名册.xlsx   the county's lists: one row a school, headings of two and three rows
  expected.json   the 填报值 that both must give, from the same figures

Needs openpyxl: python3 samples/statistics/generate.py
The county, its schools and every figure are made up.
"""

import datetime
import json
import pathlib
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side

HERE = pathlib.Path(__file__).resolve().parent
THIN = Side(style="thin")

# One school with both stages, and two that have one.
SCHOOLS = {
    "3199000003": ("石桥九年一贯制学校", {"小学": 612, "初中": 341}),
    "2199000004": ("石桥乡中心小学", {"小学": 455}),
    "3199000002": ("柳溪镇初级中学", {"初中": 520}),
}


def facts(code, stage, pupils):
    """Figures of one stage of a school, all from its pupils."""
    teachers = pupils // 15
    above = teachers * 6 // 10
    return {
        "pupils": pupils, "girls": pupils * 47 // 100, "classes": pupils // 40 + 1,
        "teachers": teachers, "postgraduate": above // 20, "bachelor": above - above // 20 - 4, "college": 9,
        "secondary": teachers - above - 5, "pe": 3, "art": 4, "music": 2, "painting": 2, "chinese": teachers // 3,
        "national": 0, "province": 1, "city": 2, "county": 5, "own": 7,
    }


def whole(code, pupils):
    return {
        "teaching": pupils * 6 + 0.5, "classroom": pupils * 3, "indoor": 240.4, "library": 88, "office": 310,
        "life": 900, "leased": 33, "danger": 12, "land": pupils * 30, "green": pupils * 3, "sports": pupils * 9 + 0.25,
        "books": pupils * 31, "computers": pupils // 8, "teaching_computers": pupils // 10, "rooms": pupils // 38,
        "multimedia": pupils // 42, "assets": pupils * 0.9, "equipment": round(pupils * 0.2345, 4),
    }


def grid(book, title, rows, merges=(), hidden=False):
    sheet = book.create_sheet(title)
    for row, cells in enumerate(rows, 1):
        for column, value in enumerate(cells, 1):
            if value is not None and value != "":
                cell = sheet.cell(row, column, value)
                cell.border = Border(THIN, THIN, THIN, THIN)
                cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for area in merges:
        sheet.merge_cells(area)
    if hidden:
        sheet.sheet_state = "hidden"
    return sheet


def head(code, title, unit=None):
    name = SCHOOLS["3199000003"][0]
    lines = [[title], ["表    号：" + code, None, None, "学校（机构）标识码：3199000003"],
             [f"学校（机构）名称：{name}", None, None, "2022/2023学年初"]]
    if unit:
        lines.append(["计量单位：" + unit])
    return lines


def forms(book):
    stages = {s: facts("3199000003", s, n) for s, n in SCHOOLS["3199000003"][1].items()}
    for code, stage, grades in (("教基3112", "小学", "一二三四五六"), ("教基3115", "初中", "一二三")):
        f = stages[stage]
        each = f["pupils"] // len(grades)
        counts = [each] * (len(grades) - 1) + [f["pupils"] - each * (len(grades) - 1)]
        rows = head(code, f"{stage}学生数", "人")
        rows += [["指标名称", "编号", "毕业生数", "招生数", "在校生数"] + [None] * len(grades),
                 [None, None, None, None, "合计"] + [g + "年级" for g in grades],
                 ["甲", "乙"] + list(range(1, 4 + len(grades)))]
        rows += [["总计", "01", 90, counts[0], f["pupils"]] + counts,
                 ["其中：女", "02", 40, 47, f["girls"]] + [c * 47 // 100 for c in counts],
                 ["其中：少数民族", "03", "-", "-", "-"] + ["-"] * len(grades)]
        last = chr(ord("E") + len(grades))
        grid(book, code, rows, ["A1:J1", "A5:A6", "B5:B6", "C5:C6", "D5:D6", f"E5:{last}5"])
    for code, stage, grades in (("教基2106", "小学", "一二三四五六"), ("教基2107", "初中", "一二三")):
        n = stages[stage]["classes"]
        rows = head(code, f"{stage}班额情况", "个")
        rows += [["甲", "合计"] + [g + "年级" for g in grades] + ["复式班"]]
        rows[-1][0] = "指标名称"
        rows += [["甲"] + list(range(1, len(grades) + 3)),
                 ["合计_x000D_", n] + [n // len(grades)] * len(grades) + ["*"],
                 ["25人及以下", 2] + [0] * len(grades) + ["*"],
                 ["26-30人", "-"] + ["-"] * len(grades) + ["*"],
                 ["31-35人", n - 2] + [1] * len(grades) + ["*"],
                 ["66人及以上", 0] + [0] * len(grades) + ["*"]]
        grid(book, code, rows, ["A1:H1"])
    for code, stage in (("教基4155", "小学"), ("教基4156", "初中")):
        f = stages[stage]
        rows = head(code, f"{stage}专任教师分课程、分学历情况", "人")
        rows += [["指标名称", "合计", "道德与法治", "语文", "数学", "体育", "艺术", None, None, "信息技术"],
                 [None, None, None, None, None, None, "小计", "音乐", "美术", None],
                 ["甲", 1, 2, 3, 4, 5, 6, 7, 8, 9],
                 ["合计", f["teachers"], 3, f["chinese"], 9, f["pe"], f["art"], f["music"], f["painting"], 1],
                 ["其中：女", 20, 2, 9, 5, 1, 3, 2, 1, "-"],
                 ["研究生毕业", f["postgraduate"], "-", "-", "-", "-", "-", "-", "-", "-"],
                 ["本科毕业", f["bachelor"], 1, 5, 5, 2, 2, 1, 1, 1],
                 ["专科毕业", f["college"], 1, 5, 2, 1, 2, 1, 1, 0],
                 ["高中阶段毕业", f["secondary"], 1, 1, "-", "-", "-", "-", "-", "-"],
                 ["高中阶段以下毕业", "*", "*", "*", "*", "*", "*", "*", "*", "*"]]
        grid(book, code, rows, ["A1:J1", "A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:E6", "F5:F6", "G5:I5", "J5:J6"])
    rows = head("教基1102续", "专任教师中骨干教师情况", "人")
    rows += [["指标名称", "骨干教师"] + [None] * 5,
             [None, "合计", "国家级", "省级", "地市级", "县级", "校级"], ["甲", 1, 2, 3, 4, 5, 6]]
    for stage, f in stages.items():
        levels = [f["national"] or "-", f["province"], f["city"], f["county"], f["own"]]
        rows.append([f"普通{stage}", sum(x for x in levels if x != "-")] + levels)
    grid(book, "教基1102续", rows, ["A1:G1", "A5:A6", "B5:G5"])
    w = whole("3199000003", 953)
    rows = head("教基5170", "校舍情况", "平方米")
    rows += [["指标名称", "学校产权校舍建筑面积", None, None, "正在施工面积", "非学校产权校舍建筑面积"],
             [None, "计", "其中：危房", "当年新增", None, None], ["甲", 1, 2, 3, 4, 5],
             ["总计", w["teaching"] + w["office"] + w["life"], w["danger"], "-", "-", w["leased"]],
             ["一、教学及辅助用房", w["teaching"], w["danger"], "-", "-", w["leased"]],
             ["教室", w["classroom"], "-", "-", "-", "-"], ["公共教学用房", 700, "-", "-", "-", "-"],
             ["图书阅览室", w["library"], "-", "-", "-", "-"], ["室内体育用房", w["indoor"], "-", "-", "-", "*"],
             ["二、行政办公用房", w["office"], "-", "-", "-", "-"], ["三、生活用房", w["life"], "-", "-", "-", "-"]]
    grid(book, "教基5170", rows, ["A1:F1", "A5:A6", "B5:D5", "E5:E6", "F5:F6"])
    rows = head("教基5176", "占地面积及其他办学条件")
    rows += [["指标名称", "计量单位", "编号", "数量"], ["甲", "乙", "丙", 1]]
    rows[-2:] = [["指标名称", "编号", "学校产权", "非学校产权"], ["甲", "乙", 1, 2],
                 ["占地面积（平方米）", "01", w["land"], "-"], ["其中：绿化用地面积（平方米）", "02", w["green"], "-"],
                 ["运动场地面积（平方米）", "03", w["sports"], "-"], ["图书（册）", "04", w["books"], "*"],
                 ["计算机数（台）", "05", w["computers"], "*"], ["其中：教学用计算机（台）", "06", w["teaching_computers"], "*"],
                 ["教室（间）", "07", w["rooms"], "*"], ["其中：网络多媒体教室（间）", "08", w["multimedia"], "*"],
                 ["固定资产总值（万元）", "09", w["assets"], "*"],
                 ["其中：教学仪器设备资产值（万元）", "10", w["equipment"], "*"]]
    grid(book, "教基5176", rows, ["A1:D1"])
    grid(book, "填表说明", [["本表由学校填报"], ["一律用阿拉伯数字"]])


def listing(book):
    rows_of = {}
    for stage, codes in (("小学", ("教基3112", "教基2106", "教基4155")), ("初中", ("教基3115", "教基2107", "教基4156"))):
        for code in codes:
            rows_of[code] = [(c, s[0], facts(c, stage, s[1][stage])) for c, s in SCHOOLS.items() if stage in s[1]]
    for code, stage in (("教基3112", "小学"), ("教基3115", "初中")):
        rows = [[f"{code} {stage}在校学生名册 2022-2023学年"], ["填报单位：青禾县教育局", None, None, "填报日期：2022年10月8日"],
                ["序号", "学校标识码", "学校名称", f"{stage}阶段", None, None], [None, None, None, "在校学生数", None, "班数"],
                [None, None, None, "合计", "其中：女", None]]
        rows += [[i, c, n, f["pupils"], f["girls"], f["classes"]] for i, (c, n, f) in enumerate(rows_of[code], 1)]
        rows += [["合计", None, None, sum(f["pupils"] for _, _, f in rows_of[code]), "", ""],
                 ["填报人：张三", None, None, "审核人：李四"]]
        grid(book, f"{stage}学生", rows, ["A1:F1", "A3:A5", "B3:B5", "C3:C5", "D3:F3", "D4:E4", "F4:F5"])
    for code, stage in (("教基2106", "小学"), ("教基2107", "初中")):
        rows = [[f"{stage}班额（{code}）"], ["学校(机构)标识码", "学校(机构)名称", "班数", None, None],
                [None, None, "合计", "25人及以下", "66人及以上"], ["甲", "乙", 1, 2, 3]]
        rows += [[c, n, f["classes"], 2, "-"] for c, n, f in rows_of[code]]
        grid(book, f"{code}", rows, ["A1:E1", "A2:A3", "B2:B3", "C2:E2"])
    for code, stage in (("教基4155", "小学"), ("教基4156", "初中")):
        # This layout has no 艺术 of its own: 音乐 and 美术 are added.
        rows = [[f"{code} {stage}专任教师"], ["学校标识码", "学校名称", "专任教师", None, None, None, None, None, None, None],
                [None, None, "合计", "按学历分", None, None, None, "按课程分", None, None],
                [None, None, None, "研究生毕业", "本科毕业", "专科毕业", "高中阶段毕业", "体育与健康", "音乐", "美术"]]
        rows += [[int(c), n, f["teachers"], f["postgraduate"] or "-", f["bachelor"], f["college"], f["secondary"],
                  f["pe"], f["music"], f["painting"]] for c, n, f in rows_of[code]]
        grid(book, f"{code}", rows, ["A1:J1", "A2:A4", "B2:B4", "C2:J2", "C3:C4", "D3:G3", "H3:J3"])
    rows = [["教基1102续　骨干教师"], ["学校标识码", "学校名称"] + ["小学"] + [None] * 5 + ["初中"] + [None] * 5,
            [None, None] + ["合计", "国家级", "省级", "市级", "县级", "校级"] * 2]
    for c, (n, stages) in SCHOOLS.items():
        row = [c, n]
        for stage in ("小学", "初中"):
            if stage not in stages:
                row += ["*"] * 6
                continue
            f = facts(c, stage, stages[stage])
            levels = [f[k] for k in ("national", "province", "city", "county", "own")]
            row += [sum(levels)] + [x or "-" for x in levels]
        rows.append(row)
    grid(book, "1102续", rows, ["A1:N1", "A2:A3", "B2:B3", "C2:H2", "I2:N2"])
    wholes = [(c, n, whole(c, sum(s.values()))) for c, (n, s) in SCHOOLS.items()]
    rows = [["教基5170 校舍 Buildings"], ["单位：平方米"], ["学校标识码", "学校名称", "校舍建筑面积（平方米）", None, None, None],
            [None, None, "计", "一、教学及辅助用房", None, "二、行政办公用房"], [None, None, None, "小计", "其中：室内体育用房", None]]
    rows += [[c, n, w["teaching"] + w["office"], w["teaching"], w["indoor"], w["office"]] for c, n, w in wholes]
    grid(book, "教基5170", rows, ["A1:F1", "A3:A5", "B3:B5", "C3:F3", "C4:C5", "D4:E4", "F4:F5"])
    rows = [["教基5176 占地面积及其他办学条件"],
            ["学校标识码", "学校名称", "占地面积（平方米）", None, "图书（册）", "计算机（台）", None, "教室（间）", None, "固定资产总值（元）", None],
            [None, None, "计", "其中：运动场地", None, "计", "其中：教学用计算机", "计", "其中：网络多媒体教室", "计",
             "其中：教学仪器设备资产值"]]
    rows += [[c, n, w["land"], w["sports"], f"{w['books']:,}", w["computers"], w["teaching_computers"], w["rooms"],
              w["multimedia"], round(w["assets"] * 1e4, 2), round(w["equipment"] * 1e4, 2)] for c, n, w in wholes]
    grid(book, "教基5176", rows, ["A1:K1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:G2", "H2:I2", "J2:K2"])
    grid(book, "旧表", [["教基3112"], ["学校标识码", "在校生数"], ["2199000004", 1]], hidden=True)


def expected(codes):
    """(org, element, stage) → value, as the rules of the statistics say."""
    result = []
    for code in codes:
        stages = SCHOOLS[code][1]
        for stage, pupils in stages.items():
            f = facts(code, stage, pupils)
            above = f["postgraduate"] + f["bachelor"] + (f["college"] if stage == "小学" else 0)
            for element, value in (
                ("学生数", f["pupils"]), ("班级数", f["classes"]), ("专任教师数", f["teachers"]),
                ("高于规定学历教师数", above), ("体育教师数", f["pe"]), ("艺术教师数", f["art"]),
                ("骨干教师数", f["national"] + f["province"] + f["city"] + f["county"]),
            ):
                result.append([code, element, stage, value])
        w = whole(code, sum(stages.values()))
        for element, value in (
            ("教学及辅助用房面积", w["teaching"]), ("室内体育用房面积", w["indoor"]), ("运动场地面积", w["sports"]),
            ("教学仪器设备值", round(w["equipment"] * 1e4, 2)), ("网络多媒体教室数", w["multimedia"]),
            ("计算机台数", w["teaching_computers"]), ("图书册数", w["books"]),
        ):
            result.append([code, element, "", value])
    return sorted(result)


def save(book, name):
    """Saves the same bytes each time: no dates of now."""
    del book["Sheet"]
    moment = datetime.datetime(2022, 10, 8)
    book.properties.created = book.properties.modified = moment
    path = HERE / name
    book.save(path)
    with zipfile.ZipFile(path) as source:
        parts = [(info.filename, source.read(info)) for info in source.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for part, content in parts:
            if part == "docProps/core.xml":
                content = content.replace(content[content.index(b"<dcterms:modified"):content.index(b"</dcterms:modified>")],
                                          b'<dcterms:modified xsi:type="dcterms:W3CDTF">2022-10-08T00:00:00Z')
            target.writestr(zipfile.ZipInfo(part, (2022, 10, 8, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def main():
    book = Workbook()
    forms(book)
    save(book, "一校报表.xlsx")
    book = Workbook()
    listing(book)
    save(book, "全县名册.xlsx")
    answer = {"一校报表.xlsx": expected(["3199000003"]), "全县名册.xlsx": expected(sorted(SCHOOLS))}
    lines = ",\n".join(f' {json.dumps(name, ensure_ascii=False)}: [\n'
                       + ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows) + "\n ]"
                       for name, rows in answer.items())
    (HERE / "expected.json").write_text("{\n" + lines + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
