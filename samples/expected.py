#!/usr/bin/env python3
"""Work out the sample county's 优质均衡 figures exactly, apart from the product.

    python3 samples/expected.py
        reads samples/county/**.csv, writes samples/county/expected.json
    python3 samples/expected.py --check-published [county.json] [examples.json]
        checks the same functions against published examples; without names it
        reads the two files in samples/published/

Nothing is shared with generate.py: the sheets are read as any program would
read them, and every figure is a Fraction until it is printed. Square roots are
taken of exact variances; a coefficient is compared with its limit by squares.
"""

import csv
import datetime
import io
import json
import re
import sys
import unicodedata
from decimal import Decimal, getcontext
from fractions import Fraction
from pathlib import Path

getcontext().prec = 60
HERE = Path(__file__).resolve().parent
YEAR = 2022
STAGES = ("小学", "初中")
INDICATORS = ("R1", "R2", "R3", "R4", "R5", "R6", "R7")
PER_HUNDRED = {"R1", "R2", "R3", "R7"}
SHARED = ("R4", "R5", "R6", "R7")
THRESHOLDS = {
    "小学": dict(zip(INDICATORS, map(Fraction, ("4.2", "1", "0.9", "4.5", "7.5", "2000", "2.3")))),
    "初中": dict(zip(INDICATORS, map(Fraction, ("5.3", "1", "0.9", "5.8", "10.2", "2500", "2.4")))),
}
CV_LIMIT = {"小学": Fraction("0.50"), "初中": Fraction("0.45")}
WEIGHTS = {"幼儿": Fraction(1), "小学": Fraction(1), "初中": Fraction("1.1"), "高中": Fraction("1.32")}
WEIGHTS_SENIOR_ONLY = {"幼儿": Fraction(1), "初中": Fraction(1), "高中": Fraction("1.2")}  # 完全中学
SMALLEST_POINT = 50
CLASS_LIMIT = {"小学": 45, "初中": 50}


# ---------------------------------------------------------------- reading sheets

HEADERS = {
    "学校": {
        "code": "学校标识码 机构代码 标识码 学校代码 org_code",
        "name": "学校名称 校名 单位名称 名称 name",
        "kind": "学校类别 类别 办学类型 学校类型 kind",
        "inclusion": "纳入方式 inclusion",
        "target": "并入学校标识码 并入学校 inclusion_target",
        "reason": "纳入说明 不纳入原因 inclusion_reason",
    },
    "班级": {
        "year": "学年 school_year", "stage": "学段 stage", "campus": "校区 campus",
        "grade": "年级 grade", "number": "班号 班 班级号 class_no", "together": "班级",
        "pupils": "班级人数 人数 学生数 在校生数 在籍学生数 head_count",
        "date": "统计日期 清点日期 统计时点 counted_on",
    },
    "教师": {
        "year": "学年 school_year", "stage": "任教学段 学段 stage", "subject": "任教学科 学科 主教学科 subject",
        "full": "专任教师 是否专任 专任 是否专任教师 full_time", "education": "最高学历 学历 文化程度 education",
        "backbone": "骨干级别 骨干教师 骨干 骨干教师级别 backbone",
    },
    "用房": {
        "year": "学年 school_year", "campus": "校区 campus", "category": "用房类别 类别 用房分类 category",
        "area": "建筑面积 面积 面积(㎡) 建筑面积(㎡) 建筑面积(平方米) floor_area",
        "multimedia": "网络多媒体教室 是否网络多媒体 多媒体 网络多媒体 multimedia",
    },
    "场地": {
        "year": "学年 school_year", "campus": "校区 campus", "category": "场地类别 类别 category",
        "area": "面积 占地面积 面积(㎡) 面积(平方米) area",
    },
    "设备": {
        "year": "学年 school_year", "campus": "校区 campus", "category": "设备类别 类别 category",
        "value": "金额 价值 总价 总值 金额(元) value", "counts": "计入教学仪器设备值 是否计入 counts_as_teaching",
        "date": "购置日期 购入日期 bought_on",
    },
    "填报值": {
        "year": "学年 school_year", "element": "数据项 要素 指标项 项目 element", "stage": "学段 stage",
        "campus": "校区 campus", "value": "数值 值 填报数 value", "unit": "单位 unit",
        "date": "填报日期 日期 stated_on",
    },
}
WORDS = {
    "kind": {"初中": "初级中学", "完中": "完全中学", "九年一贯制": "九年一贯制学校", "十二年一贯制": "十二年一贯制学校",
             "特教": "特殊教育学校", "小学教学点": "教学点"},
    "stage": {"primary": "小学", "junior": "初中", "senior": "高中", "kindergarten": "幼儿", "小学部": "小学",
              "初中部": "初中", "高中部": "高中", "全校": ""},
    "education": {"大学本科": "本科", "大学": "本科", "大专": "专科", "大学专科": "专科", "硕士": "研究生",
                  "硕士研究生": "研究生", "博士": "研究生", "中师": "高中阶段", "中专": "高中阶段"},
    "backbone": {"县级骨干": "县级", "区级": "县级", "市级骨干": "市级", "省级骨干": "省级", "校级骨干": "校级", "否": "无"},
    "category": {"普通教室": "教室", "公共教学": "公共教学用房", "室内体育": "室内体育用房", "体育场地": "运动场地",
                 "运动场": "运动场地", "体育场": "运动场地", "仪器设备": "教学仪器设备", "教学仪器": "教学仪器设备",
                 "电脑": "计算机", "书籍": "图书"},
}
KNOWN = {
    "stage": {"", "幼儿", "小学", "初中", "高中"},
    "education": {"", "研究生", "本科", "专科", "高中阶段", "高中阶段以下"},
    "backbone": {"", "无", "校级", "县级", "市级", "省级", "国家级"},
    "category": {"教室", "专用教室", "公共教学用房", "室内体育用房", "行政办公用房", "办公用房", "办公", "生活用房", "生活",
                 "其他用房", "运动场地", "其他场地", "教学仪器设备", "计算机", "图书", "其他设备", "其他"},
}


def decode(data):
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def number(text):
    text = unicodedata.normalize("NFKC", text).replace(",", "").strip()
    if not re.fullmatch(r"\d+(\.\d+)?", text):
        raise ValueError(f"not a number: {text!r}")
    return Fraction(text)


def whole(text):
    value = number(text)
    if value.denominator != 1:
        raise ValueError(f"not a whole number: {text!r}")
    return int(value)


def yes(text):
    """True, False, or None for an empty cell."""
    text = unicodedata.normalize("NFKC", text).strip().upper()
    if text == "":
        return None
    if text in ("是", "√", "1", "Y"):
        return True
    if text in ("否", "0", "N"):
        return False
    raise ValueError(f"neither yes nor no: {text!r}")


def date(text):
    match = re.fullmatch(r"(\d{4})[-.年](\d{1,2})[-.月](\d{1,2})日?", unicodedata.normalize("NFKC", text).strip())
    if not match:
        raise ValueError(f"not a date: {text!r}")
    return datetime.date(*map(int, match.groups()))


def grade_of(text):
    """Grade of 三年级2班, 三(2)班, 七年级1班, 三年级（2）班."""
    match = re.fullmatch(r"([一二三四五六七八九])(?:年级)?\(?(\d+)\)?班", unicodedata.normalize("NFKC", text))
    if not match:
        raise ValueError(f"not a class: {text!r}")
    return "零一二三四五六七八九".index(match[1]), int(match[2])


def read(path, table):
    """Rows of one sheet by our own names; None where there is no sheet."""
    if not path.exists():
        return None
    lines = list(csv.reader(io.StringIO(decode(path.read_bytes()), newline="")))
    names = {}
    for ours, wordings in HEADERS[table].items():
        found = [i for i, cell in enumerate(lines[0]) if cell.strip() in wordings.split()]
        if len(found) > 1:
            raise ValueError(f"{path}: {ours} twice")
        if found:
            names[ours] = found[0]
    rows = []
    for line in lines[1:]:
        if not any(line):
            continue
        if len(line) != len(lines[0]):
            raise ValueError(f"{path}: a row of {len(line)} cells")
        row = {ours: line[names[ours]].strip() if ours in names else "" for ours in HEADERS[table]}
        for column, words in WORDS.items():
            if column in row:
                row[column] = words.get(row[column], row[column])
                if column in KNOWN and row[column] not in KNOWN[column]:
                    raise ValueError(f"{path}: {column} {row[column]!r}")
        if row.get("date"):
            row["date"] = date(row["date"])
        if row.get("year") and whole(row["year"]) != YEAR:
            continue
        rows.append(row)
    return rows or None


# ---------------------------------------------------------------- one school

class School:
    """Pupils by (campus, stage), staff by stage, shared amounts by campus.

    Campus "" is the main campus, or the whole of a school with one site.
    Campus None is tied to no campus: it is split by the whole school's pupils.
    """

    def __init__(self, code, name, kind, inclusion="", target="", reason=""):
        self.code, self.name, self.kind = code, name, kind
        self.inclusion, self.target, self.reason = inclusion, target, reason
        self.pupils, self.staff = {}, {}
        self.shared = {r: {} for r in SHARED}
        self.classes = []
        self.from_statement = []

    def pupils_of(self, stage):
        return sum(n for (_, s), n in self.pupils.items() if s == stage)

    def add_staff(self, stage, indicator, n):
        self.staff[stage, indicator] = self.staff.get((stage, indicator), 0) + n

    def add_shared(self, indicator, campus, amount):
        place = self.shared[indicator]
        place[campus] = place.get(campus, Fraction(0)) + amount

    def campuses(self):
        return {campus for campus, _ in self.pupils}


TO_BASE = {"万元": Fraction(10000), "元": 1, "人": 1, "个": 1, "㎡": 1, "间": 1, "台": 1, "册": 1, "": 1}
TEACHING_ROOMS = ("教室", "专用教室", "公共教学用房")


def load_school(folder):
    org = read(folder / "学校.csv", "学校")
    assert org and len(org) == 1, folder
    org = org[0]
    school = School(org["code"], org["name"], org["kind"], org["inclusion"], org["target"], org["reason"])
    classes, teachers, rooms, grounds, equipment, statements = (
        read(folder / f"{t}.csv", t) for t in ("班级", "教师", "用房", "场地", "设备", "填报值"))
    statements = statements or []
    for row in statements:
        row["amount"] = number(row["value"]) * TO_BASE[row["unit"]]

    def stated(element):
        """(stage, campus or None, amount) of every statement of an element."""
        found = [(r["stage"], r["campus"] or None, r["amount"]) for r in statements if r["element"] == element]
        if found:
            school.from_statement.append(element)
        return found

    # pupils
    if classes is not None:
        for row in classes:
            n = whole(row["pupils"])
            key = row["campus"], row["stage"]
            school.pupils[key] = school.pupils.get(key, 0) + n
            grade, no = grade_of(row["together"]) if row["together"] else (whole(row["grade"]), whole(row["number"]))
            school.classes.append((row["stage"], grade, no, n))
        assert len({c[:3] for c in school.classes}) == len(school.classes), f"{school.name}: a class twice"
    else:
        for stage, campus, n in stated("学生数"):
            key = campus or "", stage
            school.pupils[key] = school.pupils.get(key, 0) + int(n)

    # R1-R3: full-time teachers by the stage they teach
    if teachers is not None:
        for row in teachers:
            if yes(row["full"]) is not True:
                continue
            above = {"小学": ("专科", "本科", "研究生"), "初中": ("本科", "研究生")}.get(row["stage"], ())
            school.add_staff(row["stage"], "R1", row["education"] in above)
            school.add_staff(row["stage"], "R2", row["backbone"] in ("县级", "市级", "省级", "国家级"))
            school.add_staff(row["stage"], "R3", row["subject"] in ("体育", "体育与健康", "音乐", "美术", "艺术"))
    else:
        for indicator, elements in (("R1", ["高于规定学历教师数"]), ("R2", ["骨干教师数"]), ("R3", ["体育教师数", "艺术教师数"])):
            for element in elements:
                for stage, _, n in stated(element):
                    school.add_staff(stage, indicator, int(n))

    # R4, R7 and the indoor part of R5 come from the rooms
    if rooms is not None:
        for row in rooms:
            area = number(row["area"])
            if row["category"] in TEACHING_ROOMS:
                school.add_shared("R4", row["campus"], area)
                school.add_shared("R7", row["campus"], Fraction(1 if yes(row["multimedia"]) else 0))
            elif row["category"] == "室内体育用房":
                school.add_shared("R5", row["campus"], area)
    else:
        for _, campus, amount in stated("教学及辅助用房面积"):
            school.add_shared("R4", campus, amount)
        for _, campus, amount in stated("室内体育用房面积"):
            school.add_shared("R4", campus, -amount)
            school.add_shared("R5", campus, amount)
        for _, campus, amount in stated("网络多媒体教室数"):
            school.add_shared("R7", campus, amount)

    if grounds is not None:
        for row in grounds:
            if row["category"] == "运动场地":
                school.add_shared("R5", row["campus"], number(row["area"]))
    else:
        for _, campus, amount in stated("运动场地面积"):
            school.add_shared("R5", campus, amount)

    if equipment is not None:
        for row in equipment:
            counts = yes(row["counts"])
            if counts is None:
                counts = row["category"] in ("教学仪器设备", "计算机")
            if counts:
                school.add_shared("R6", row["campus"], number(row["value"]))
    else:
        for _, campus, amount in stated("教学仪器设备值"):
            school.add_shared("R6", campus, amount)
    return school


# ---------------------------------------------------------------- rules

def default_exclusion(school):
    """Why the rules leave a school out by default, or None."""
    if school.kind not in ("小学", "教学点", "初级中学", "九年一贯制学校", "十二年一贯制学校", "完全中学"):
        return "kind", f"{school.kind}不纳入"
    if school.kind == "教学点":
        roll = school.pupils_of("小学") + school.pupils_of("初中")
        if roll < SMALLEST_POINT:
            return "small_point", f"教学点学生数{roll}人，不足{SMALLEST_POINT}人（附设幼儿班不计）"
    return None


def settle(schools):
    """Pool 并入 schools into their targets. Returns (counted schools, left out)."""
    by_code = {s.code: s for s in schools}
    counted, left_out, merged = {}, [], []
    for school in schools:
        if school.inclusion == "不纳入":
            left_out.append((school, "named", school.reason or "填为不纳入", None))
        elif school.inclusion == "并入":
            seen, at = set(), school
            while at and at.inclusion == "并入" and at.code not in seen:
                seen.add(at.code)
                at = by_code.get(at.target)
            if at is None or at.code in seen:
                left_out.append((school, "target", "并入学校不存在或成环", None))
            else:
                merged.append((school, at))
        else:
            why = None if school.inclusion == "独立" else default_exclusion(school)
            if why:
                left_out.append((school, *why, None))
            else:
                counted[school.code] = school
    for school, target in merged:
        if target.code not in counted:
            left_out.append((school, "target", "并入学校不纳入", None))
            continue
        left_out.append((school, "merged", f"并入{target.name}", target.code))
        # Pooled first, split once. Campuses on either side would need a reading of their own.
        assert target.campuses() | school.campuses() <= {""}, "并入 with campuses"
        for key, n in school.pupils.items():
            target.pupils[key] = target.pupils.get(key, 0) + n
        for (stage, indicator), n in school.staff.items():
            target.add_staff(stage, indicator, n)
        for indicator in SHARED:
            for campus, amount in school.shared[indicator].items():
                target.add_shared(indicator, campus, amount)
    return list(counted.values()), left_out


def shares(pupils, kind):
    """Part of a shared amount that falls to each stage: weight x pupils over the sum."""
    weights = WEIGHTS_SENIOR_ONLY if kind == "完全中学" and not pupils.get("小学") else WEIGHTS
    weighted = {stage: weights[stage] * n for stage, n in pupils.items() if n}
    total = sum(weighted.values())
    return {stage: w / total for stage, w in weighted.items()}


def split(school, indicator, stage):
    """The stage's part of a shared amount, campus by campus."""
    by_campus, everyone = {}, {}
    for (campus, s), n in school.pupils.items():
        by_campus.setdefault(campus, {})[s] = by_campus.get(campus, {}).get(s, 0) + n
        everyone[s] = everyone.get(s, 0) + n
    total = Fraction(0)
    for campus, amount in school.shared[indicator].items():
        pupils = by_campus.get(campus)
        if campus is None or not pupils or not sum(pupils.values()):
            pupils = everyone
        total += amount * shares(pupils, school.kind).get(stage, 0)
    return total


def half_up(value, places=2):
    scale = 10 ** places
    return Fraction((value * scale * 2 + 1) // 2, scale)


def judge(values, stage):
    """(met, at 85 %, passes): at 85 % names the indicators short of their threshold by 15 % at most."""
    limits = THRESHOLDS[stage]
    met = [r for r in INDICATORS if values[r] >= limits[r]]
    near = [r for r in INDICATORS if r not in met and values[r] >= limits[r] * Fraction(85, 100)]
    return met, near, len(met) >= 6 and len(met) + len(near) == 7


def segment(school, stage):
    pupils = school.pupils_of(stage)
    if not pupils:
        return None
    raw = {r: Fraction(school.staff.get((stage, r), 0)) if r not in SHARED else split(school, r, stage)
           for r in INDICATORS}
    values = {r: raw[r] / pupils * (100 if r in PER_HUNDRED else 1) for r in INDICATORS}
    met, near, passes = judge(values, stage)
    return {"school": school, "pupils": pupils, "raw": raw, "values": values, "met": met, "at85": near, "passes": passes}


def root(value):
    value = Fraction(value)
    return (Decimal(value.numerator) / Decimal(value.denominator)).sqrt()


def weighted_spread(values, pupils):
    """Mean and variance weighted by pupils; no n-1."""
    total = sum(pupils)
    mean = sum(v * p for v, p in zip(values, pupils)) / Fraction(total)
    return mean, sum(Fraction(p, total) * (v - mean) ** 2 for v, p in zip(values, pupils))


def plain_spread(values):
    return weighted_spread(values, [1] * len(values))


def coefficient(mean, variance):
    return float(root(variance / mean ** 2)) if mean else None


def county_stage(segments, stage):
    result = {"mean": {}, "cv": {}, "plain": {}, "within": {}}
    pupils = [s["pupils"] for s in segments]
    for r in INDICATORS:
        values = [s["values"][r] for s in segments]
        mean, variance = weighted_spread(values, pupils)
        result["mean"][r] = mean
        result["cv"][r] = coefficient(mean, variance)
        result["within"][r] = bool(mean) and variance <= (CV_LIMIT[stage] * mean) ** 2
        result["plain"][r] = coefficient(*plain_spread(values))
    result["every_school"] = all(s["passes"] for s in segments)
    result["passes"] = result["every_school"] and all(result["within"].values())
    return result


# ---------------------------------------------------------------- the sample county

def work_out(county):
    bureau = read(county / "县.csv", "学校")[0]
    schools = sorted((load_school(f) for f in (county / "schools").iterdir() if f.is_dir()), key=lambda s: s.code)
    over, statements = [], {}
    for school in schools:
        if school.from_statement:
            statements[school.code] = school.from_statement
        for stage, grade, no, n in school.classes:
            if n > CLASS_LIMIT.get(stage, 10 ** 6):
                level = "超大班额" if n >= 66 else "大班额" if n >= 56 else "超标准"
                over.append({"org_code": school.code, "school": school.name, "stage": stage, "grade": grade,
                             "class_no": no, "head_count": n, "level": level})
    counted, left_out = settle(schools)
    out = {"profile": "national-2017", "compare": "exact", "county_code": bureau["code"], "county": bureau["name"],
           "school_year": YEAR, "stages": {}}
    verdicts = []
    for stage in STAGES:
        segments = [s for s in (segment(school, stage) for school in counted) if s]
        total = county_stage(segments, stage)
        verdicts.append(total["passes"])
        out["stages"][stage] = {
            "thresholds": {r: float(t) for r, t in THRESHOLDS[stage].items()},
            "cv_limit": float(CV_LIMIT[stage]),
            "segments": [{
                "org_code": s["school"].code, "school": s["school"].name, "pupils": s["pupils"],
                "values": {r: float(v) for r, v in s["values"].items()},
                "met": s["met"], "at85": s["at85"],
                "flips_when_rounded": [r for r in INDICATORS if r not in s["met"]
                                       and half_up(s["values"][r]) >= THRESHOLDS[stage][r]],
                "passes": s["passes"]} for s in segments],
            "pupils": sum(s["pupils"] for s in segments),
            "county_mean": {r: float(v) for r, v in total["mean"].items()},
            "cv_weighted": total["cv"],
            "cv_unweighted": total["plain"],
            "cv_within_limit": total["within"],
            "schools_passing": sum(s["passes"] for s in segments),
            "schools": len(segments),
            "every_school_passes": total["every_school"],
            "passes": total["passes"],
        }
    out["county_passes"] = all(verdicts)
    out["left_out"] = [{"org_code": s.code, "school": s.name, "kind": s.kind, "reason": reason, "text": text,
                        **({"into": into} if into else {})}
                       for s, reason, text, into in sorted(left_out, key=lambda x: x[0].code)]
    out["classes_over_limit"] = over
    out["elements_from_statements"] = statements
    return out


# ---------------------------------------------------------------- published examples

def near(a, b, tolerance=1e-12):
    return abs(float(a) - float(b)) <= tolerance * max(1.0, abs(float(b)))


def check_county(data):
    kinds = {"九年一贯制": "九年一贯制学校", "十二年一贯制": "十二年一贯制学校"}
    names = {"primary": "小学", "junior": "初中", "senior": "高中"}
    exact = lambda x: Fraction(str(x))  # the decimal as printed, not the binary float
    schools = []
    for i, item in enumerate(data["schools"]):
        school = School(str(i), item["name"], kinds.get(item["kind"], item["kind"]))
        school.pupils = {("", names[k]): n for k, n in item["pupils"].items()}
        for stage in ("primary", "junior"):
            school.staff[names[stage], "R1"] = item["above_qualification"][stage]
            school.staff[names[stage], "R2"] = item["backbone"][stage]
            school.staff[names[stage], "R3"] = item["pe_art"][stage]
        area, indoor = exact(item["teaching_area_m2_incl_indoor_sports"]), exact(item["indoor_sports_m2"])
        school.add_shared("R4", None, area - indoor)
        school.add_shared("R5", None, exact(item["sports_ground_m2"]) + indoor)
        school.add_shared("R6", None, exact(item["equipment_value_wan_yuan"]) * 10000)
        school.add_shared("R7", None, exact(item["multimedia_rooms"]))
        schools.append(school)
    counted, _ = settle(schools)
    checked = 0
    for key, want in data["expected"].items():
        stage = names[key]
        order = want["indicator_order"]
        segments = [s for s in (segment(school, stage) for school in counted) if s]
        assert [s["school"].name for s in segments] == [w["school"] for w in want["schools"]], key
        for s, w in zip(segments, want["schools"]):
            label = f"{key} {w['school']}"
            assert s["pupils"] == w["pupils"], label
            pupils = {st: n for (_, st), n in s["school"].pupils.items()}
            assert near(shares(pupils, s["school"].kind)[stage], w["share"]), label
            for r, v in zip(order, w["values"]):
                assert near(s["values"][r], v), f"{label} {r}"
            assert [int(r[1]) for r in s["met"]] == w["met"], label
            assert s["passes"] == w["passes"], label
            checked += 1
        total = county_stage(segments, stage)
        for i, r in enumerate(order):
            assert near(total["mean"][r], want["county_mean"][i]), f"{key} mean {r}"
            assert near(total["cv"][r], want["cv_weighted"][i]), f"{key} CV {r}"
            assert near(total["plain"][r], want["cv_unweighted_for_comparison"][i]), f"{key} plain CV {r}"
    return f"seven-school county: {checked} segments, means and coefficients agree"


def check_examples(data):
    said = []
    example = data["cv_worked_example"]
    values = [Fraction(b, p) for b, p in zip(example["books"], example["pupils"])]
    mean, variance = weighted_spread(values, example["pupils"])
    cv = coefficient(mean, variance)
    printed = example["printed"]
    assert near(cv, example["exact_cv"], 1e-7) and float(half_up(Fraction(cv))) == printed["cv"]
    assert float(half_up(mean)) == printed["mean"] and near(root(variance), printed["sd"], 0.005)
    assert all(near(v, p, 0.005) for v, p in zip(values, printed["per_pupil"]))
    plain = coefficient(*plain_spread(values))
    said.append(f"worked example: mean {float(mean):.5f}, CV {cv:.5f}, printed {printed['cv']} (plain form {plain:.3f})")
    example = data["split_example"]
    part = shares({"小学": example["pupils"]["primary"], "初中": example["pupils"]["junior"]}, "九年一贯制学校")
    for key, stage in (("primary", "小学"), ("junior", "初中")):
        assert abs(float(part[stage] * example["books"]) - example["exact"][key]) < 0.00005
        assert abs(float(part[stage] * example["books"]) - example["printed"][key]) < 1
    said.append("split example: agrees")
    table = data["basic_2012_rows"]
    for row in table["rows"]:
        composite = sum(Fraction(str(v)) for v in row["cv"]) / len(row["cv"])
        assert abs(composite - Fraction(str(row["composite"]))) <= Fraction(str(table["tolerance"])), row["county"]
    said.append(f"2012 composites: {len(table['rows'])} rows agree within {table['tolerance']}")
    return "\n".join(said)


def check_published(paths):
    for path in paths:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
        print(check_county(data) if "schools" in data else check_examples(data))


def main(arguments):
    if arguments[:1] == ["--check-published"]:
        published = HERE / "published"
        check_published(arguments[1:] or [published / "county-7-schools.json", published / "published-examples.json"])
        return
    if arguments:
        sys.exit(__doc__)
    county = HERE / "county"
    result = work_out(county)
    text = json.dumps(result, ensure_ascii=False, indent=1) + "\n"
    (county / "expected.json").write_text(text, encoding="utf-8")
    for stage, figures in result["stages"].items():
        print(stage, f"{figures['schools_passing']}/{figures['schools']} pass, stage passes: {figures['passes']}")


if __name__ == "__main__":
    main(sys.argv[1:])
