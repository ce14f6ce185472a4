#!/usr/bin/env python3
"""Write the sample county 青禾县 (fictional) as the CSV sheets its schools would send.

Usage: python3 samples/generate.py

Deterministic: every school has its own random stream seeded by its code, so the
files come out byte for byte the same. Writes samples/county/县.csv and
samples/county/schools/<code>-<name>/*.csv. Python 3 standard library only.
"""

import csv
import io
import random
import shutil
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
COUNTY = HERE / "county"
COUNTY_CODE = "990101"
YEAR = 2022
DAY = (2022, 9, 1)  # reference day of stock figures

# ---------------------------------------------------------------- writing styles

FULLWIDTH = str.maketrans("0123456789", "０１２３４５６７８９")

BOOLS = {
    "shi": ("是", "否"),
    "tick": ("√", ""),
    "one": ("1", "0"),
    "yn": ("Y", "N"),
}


def show_date(day, style):
    y, m, d = day
    if style == "dot":
        return f"{y}.{m}.{d}"
    if style == "han":
        return f"{y}年{m}月{d}日"
    return f"{y:04d}-{m:02d}-{d:02d}"


def show_number(value, style):
    if value == "" or value is None:
        return ""
    value = Decimal(value)
    text = f"{value:,f}" if style == "comma" else f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(FULLWIDTH) if style == "wide" else text


STAGE_WORDS = {
    "plain": {},
    "english": {"幼儿": "kindergarten", "小学": "primary", "初中": "junior", "高中": "senior"},
    "bu": {"小学": "小学部", "初中": "初中部", "高中": "高中部"},
}

# Columns of each register: (name, label, how the value is written)
COLUMNS = {
    "org": [
        ("org_code", "学校标识码", "text"), ("name", "学校名称", "text"), ("short_name", "简称", "text"),
        ("kind", "学校类别", "word"), ("county_code", "县级行政区划代码", "text"), ("town", "乡镇", "text"),
        ("urban_rural", "城乡代码", "text"), ("run_by", "举办者类型", "text"), ("boarding", "寄宿制", "bool"),
        ("built_year", "建校年份", "text"), ("parent_code", "主管学校标识码", "text"),
        ("inclusion", "纳入方式", "text"), ("inclusion_target", "并入学校标识码", "text"),
        ("inclusion_reason", "纳入说明", "text"), ("note", "备注", "text"),
    ],
    "class_roll": [
        ("org_code", "学校标识码", "text"), ("school_year", "学年", "text"), ("stage", "学段", "stage"),
        ("entry_year", "入学年份", "text"), ("grade", "年级", "text"), ("class_no", "班号", "text"),
        ("together", "班级", "text"), ("campus", "校区", "text"), ("head_count", "班级人数", "number"),
        ("boarders", "寄宿生数", "number"), ("boys", "男生数", "number"),
        ("migrant_pupils", "随迁子女数", "number"), ("left_behind_pupils", "留守儿童数", "number"),
        ("counted_on", "统计日期", "date"), ("note", "备注", "text"),
    ],
    "teacher": [
        ("org_code", "学校标识码", "text"), ("school_year", "学年", "text"), ("teacher_no", "教师编号", "text"),
        ("name", "姓名", "person"), ("identity", "身份证号", "text"), ("stage", "任教学段", "stage"),
        ("subject", "任教学科", "text"), ("full_time", "专任教师", "bool"), ("education", "最高学历", "word"),
        ("title", "专业技术职务", "word"), ("backbone", "骨干级别", "word"), ("certified", "持教师资格证", "bool"),
        ("post", "岗位性质", "word"), ("rotation_due", "符合交流条件", "bool"), ("rotated", "本年交流轮岗", "bool"),
        ("training_hours", "五年培训学时", "number"), ("campus", "校区", "text"), ("note", "备注", "text"),
    ],
    "room": [
        ("org_code", "学校标识码", "text"), ("school_year", "学年", "text"), ("room_no", "用房编号", "text"),
        ("name", "用房名称", "text"), ("campus", "校区", "text"), ("category", "用房类别", "word"),
        ("purpose", "用途", "text"), ("floor_area", "建筑面积", "number"), ("usable_area", "使用面积", "number"),
        ("multimedia", "网络多媒体教室", "bool"), ("built_year", "建成年份", "text"), ("note", "备注", "text"),
    ],
    "ground": [
        ("org_code", "学校标识码", "text"), ("school_year", "学年", "text"), ("ground_no", "场地编号", "text"),
        ("name", "场地名称", "text"), ("campus", "校区", "text"), ("category", "场地类别", "word"),
        ("purpose", "用途", "text"), ("area", "面积", "number"), ("track_length", "跑道长度", "number"),
        ("straight_length", "直道长度", "number"), ("leased", "租借", "bool"), ("note", "备注", "text"),
    ],
    "equipment": [
        ("org_code", "学校标识码", "text"), ("school_year", "学年", "text"), ("item_no", "设备编号", "text"),
        ("name", "设备名称", "text"), ("campus", "校区", "text"), ("category", "设备类别", "word"),
        ("purpose", "用途", "text"), ("quantity", "数量", "number"), ("unit", "单位", "text"),
        ("value", "金额", "number"), ("counts_as_teaching", "计入教学仪器设备值", "bool"),
        ("bought_on", "购置日期", "date"), ("note", "备注", "text"),
    ],
    "statement": [
        ("org_code", "学校标识码", "text"), ("school_year", "学年", "text"), ("element", "数据项", "text"),
        ("stage", "学段", "stage"), ("campus", "校区", "text"), ("value", "数值", "number"),
        ("unit", "单位", "text"), ("source", "数据来源", "text"), ("stated_on", "填报日期", "date"),
        ("note", "备注", "text"),
    ],
}
FILES = {"org": "学校", "class_roll": "班级", "teacher": "教师", "room": "用房", "ground": "场地",
         "equipment": "设备", "statement": "填报值"}

# Other wordings of the headers, by set; a column not listed keeps its label.
SYNONYMS = {
    "a": {
        "org": {"org_code": "学校代码", "name": "校名", "kind": "办学类型", "county_code": "区划代码",
                "urban_rural": "城乡划分", "run_by": "举办者", "boarding": "是否寄宿制"},
        "class_roll": {"class_no": "班", "head_count": "人数", "boys": "男生", "migrant_pupils": "随迁子女",
                       "left_behind_pupils": "留守儿童", "counted_on": "清点日期"},
        "teacher": {"teacher_no": "工号", "name": "教师姓名", "stage": "学段", "subject": "学科",
                    "full_time": "是否专任", "education": "学历", "title": "职称", "backbone": "骨干教师",
                    "certified": "资格证", "post": "编制", "rotation_due": "应交流", "rotated": "交流轮岗",
                    "training_hours": "培训学时"},
        "room": {"room_no": "房间编号", "name": "名称", "category": "类别", "floor_area": "面积(㎡)",
                 "usable_area": "使用面积(㎡)", "multimedia": "网络多媒体", "built_year": "建成年"},
        "ground": {"ground_no": "编号", "name": "名称", "category": "类别", "area": "面积(㎡)",
                   "track_length": "环形跑道", "straight_length": "直跑道"},
        "equipment": {"item_no": "资产编号", "name": "资产名称", "category": "类别", "unit": "计量单位",
                      "value": "金额(元)", "bought_on": "购入日期"},
        "statement": {"element": "项目", "value": "填报数", "source": "来源", "stated_on": "日期"},
    },
    "b": {
        "org": {"org_code": "标识码", "name": "单位名称", "kind": "学校类型", "county_code": "所在县代码",
                "town": "乡镇街道", "urban_rural": "城乡类型", "run_by": "举办者代码", "boarding": "寄宿",
                "parent_code": "中心校标识码", "inclusion_target": "并入学校"},
        "class_roll": {"entry_year": "入学年度", "class_no": "班级号", "head_count": "在校生数",
                       "boarders": "寄宿人数", "counted_on": "统计时点"},
        "teacher": {"teacher_no": "教职工号", "stage": "学段", "subject": "主教学科", "full_time": "是否专任教师",
                    "education": "文化程度", "title": "技术职务", "backbone": "骨干教师级别",
                    "certified": "是否持证", "post": "编制情况", "rotated": "是否交流"},
        "room": {"room_no": "房号", "name": "教室名称", "category": "用房分类", "purpose": "功能",
                 "floor_area": "建筑面积(平方米)", "usable_area": "使用面积(平方米)",
                 "multimedia": "是否网络多媒体"},
        "ground": {"category": "类别", "purpose": "场地类型", "area": "占地面积", "track_length": "跑道长",
                   "leased": "是否租借"},
        "equipment": {"item_no": "编号", "name": "品名", "purpose": "归口", "value": "总价",
                      "counts_as_teaching": "是否计入"},
        "statement": {"element": "指标项", "value": "值"},
    },
}

# Other wordings of stored values, by set.
WORDS = {
    "plain": {},
    "a": {
        "kind": {"初级中学": "初中", "完全中学": "完中", "九年一贯制学校": "九年一贯制",
                 "十二年一贯制学校": "十二年一贯制", "特殊教育学校": "特教", "教学点": "小学教学点"},
        "education": {"本科": "大学本科", "专科": "大专", "高中阶段": "中师", "研究生": "硕士研究生"},
        "title": {"高级": "高级教师", "一级": "一级教师", "二级": "二级教师", "三级": "三级教师", "未定级": "未评"},
        "backbone": {"县级": "县级骨干", "市级": "市级骨干", "省级": "省级骨干", "校级": "校级骨干", "无": "否"},
        "post": {"在编": "事业编制", "编外": "聘用"},
        "category": {"教室": "普通教室", "行政办公用房": "办公用房", "公共教学用房": "公共教学",
                     "室内体育用房": "室内体育", "其他用房": "其他", "运动场地": "体育场地", "其他场地": "其他",
                     "教学仪器设备": "仪器设备", "计算机": "电脑", "图书": "书籍", "其他设备": "其他"},
    },
    "b": {
        "education": {"本科": "大学", "专科": "大学专科", "高中阶段": "中专", "研究生": "硕士"},
        "title": {"高级": "副高", "一级": "小学高级", "未定级": "未定职级"},
        "backbone": {"县级": "区级"},
        "post": {"在编": "在编在岗", "编外": "临聘"},
        "category": {"行政办公用房": "办公", "生活用房": "生活", "运动场地": "运动场",
                     "教学仪器设备": "教学仪器"},
    },
}

HAN = "零一二三四五六七八九"


def class_words(grade, number, form):
    if form == "bracket":
        return f"{HAN[grade]}({number})班"
    if form == "wide":
        return f"{HAN[grade]}年级（{number}）班"
    return f"{HAN[grade]}年级{number}班"


def write(folder, table, rows, school):
    """Write one sheet in the wording and encoding of the school."""
    if not rows:
        return
    style = school["style"]
    special = style.get(table, {})
    look = {**style, **special}
    headers = SYNONYMS.get(look.get("headers"), {}).get(table, {})
    words = WORDS[look.get("words", "plain")]
    keep = look.get("with", ())
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\n")
    columns = [c for c in COLUMNS[table]
               if any(r.get(c[0], "") not in ("", None) for r in rows) or c[0] in keep]
    if look.get("headers") == "english":
        sheet.writerow([c[0] for c in columns])
    else:
        sheet.writerow([headers.get(c[0], c[1]) for c in columns])
    for row in rows:
        cells = []
        for name, _, how in columns:
            value = row.get(name, "")
            if how == "bool":
                text = "" if value in ("", None) else BOOLS[look.get("bool", "shi")][0 if value else 1]
            elif how == "date":
                text = show_date(value, look.get("date", "iso")) if value else ""
            elif how == "number":
                text = show_number(value, look.get("number", "plain"))
            elif how == "stage":
                text = STAGE_WORDS[look.get("stages", "plain")].get(value, value)
            elif how == "word":
                text = words.get(name, {}).get(value, value)
            elif how == "person":
                text = value[0] + "　" + value[1] if look.get("spaced") and len(value) == 2 else value
            else:
                text = str(value)
            cells.append(text)
        sheet.writerow(cells)
    text = out.getvalue()
    if look.get("newline") == "crlf":
        text = text.replace("\n", "\r\n")
    data = text.encode({"utf8": "utf-8", "bom": "utf-8-sig", "gb": "gb18030"}[look.get("encoding", "utf8")])
    (folder / f"{FILES[table]}.csv").write_bytes(data)


# ---------------------------------------------------------------- registers

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
GIVEN_1 = "芳伟敏静丽强磊军洋勇艳杰娟涛明超霞平刚玲辉鹏华飞鑫波斌宇浩凯健俊帆雪慧琳颖萍"
GIVEN_2 = ["秀英", "桂兰", "建国", "晓明", "海燕", "志强", "雨桐", "子涵", "文静", "晓燕", "立新", "春梅", "国栋",
           "思远", "雅琴", "玉兰", "振华", "丽娟", "永强", "淑珍", "佳怡", "浩然", "梦洁", "晨曦", "永红", "小龙",
           "美玲", "学文", "长青", "秋菊", "卫东", "凤英", "宏伟", "金凤", "少华", "冬梅"]
SUBJECTS = {
    "小学": ["语文", "语文", "语文", "数学", "数学", "英语", "科学", "道德与法治", "信息科技", "综合实践"],
    "初中": ["语文", "数学", "英语", "物理", "化学", "生物学", "历史", "地理", "道德与法治", "信息科技"],
    "高中": ["语文", "数学", "英语", "物理", "化学", "生物学", "历史", "地理", "思想政治"],
    "幼儿": ["保教"],
}


def split_total(rng, total, parts, spread, limit=None):
    """Whole numbers near total/parts that add up to total, none above limit."""
    sizes = [total // parts + (1 if i < total % parts else 0) for i in range(parts)]
    for _ in range(parts * 3):
        i, j = rng.randrange(parts), rng.randrange(parts)
        if i != j and sizes[i] < total // parts + spread and sizes[j] > total // parts - spread:
            if limit is None or sizes[i] < limit:
                sizes[i] += 1
                sizes[j] -= 1
    return sizes


def make_classes(rng, school):
    rows = []
    number = {}
    for block in school.get("classes", []):
        stage, total = block["stage"], block["pupils"]
        per_grade = block["per_grade"]  # {grade: classes}
        places = [(g, k) for g, n in per_grade.items() for k in range(n)]
        fixed = block.get("fixed", {})  # {position: head count}
        free = [i for i in range(len(places)) if i not in fixed]
        sizes = split_total(rng, total - sum(fixed.values()), len(free), block.get("spread", 2), block.get("limit"))
        count = dict(zip(free, sizes))
        count.update(fixed)
        first = {"幼儿": 0, "小学": 1, "初中": 7, "高中": 10}[stage]
        for i, (grade, _) in enumerate(places):
            entry = YEAR - (grade - first)
            class_no = number[stage, grade] = number.get((stage, grade), 0) + 1
            size = count[i]
            row = {"stage": stage, "campus": block.get("campus", ""), "head_count": size, "counted_on": DAY,
                   "note": block.get("note", "")}
            form = school.get("class_form")
            if form:
                row["together"] = class_words(grade, class_no, form)
            else:
                row["grade"], row["class_no"] = grade, class_no
            if school.get("entry_years"):
                row["entry_year"] = entry
            if school.get("more_counts"):
                row["boys"] = size // 2 + rng.choice((-1, 0, 1, 2))
                row["migrant_pupils"] = rng.randrange(0, max(2, size // 8))
                row["left_behind_pupils"] = rng.randrange(0, max(2, size // 5))
            if school.get("boarding"):
                row["boarders"] = size * rng.choice((5, 6, 7)) // 10
            rows.append(row)
    return rows


def check_digit(first17):
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(d) * w for d, w in zip(first17, weights)) % 11]


def make_teachers(rng, school):
    rows = []
    for block in school.get("teachers", []):
        stage, full = block["stage"], block["full"]
        above = set(rng.sample(range(full), block["above"]))
        backbone = set(rng.sample(range(full), block["backbone"]))
        arts = {}
        order = rng.sample(range(full), block["pe"] + block["art"])
        for k, i in enumerate(order):
            if k < block["pe"]:
                arts[i] = "体育与健康" if k % 4 == 3 else "体育"
            else:
                arts[i] = ("音乐", "美术", "音乐", "美术", "艺术")[(k - block["pe"]) % 5]
        for i in range(full + block.get("other", 0)):
            regular = i < full
            if stage in ("小学", "幼儿", "特教"):
                high = ["本科"] * 6 + ["专科"] * 5 + ["研究生"]
                low = ["高中阶段"]
            else:
                high = ["本科"] * 9 + ["研究生"]
                low = ["专科"] * 5 + ["高中阶段"]
            education = rng.choice(high if not regular or i in above else low)
            if regular:
                level = rng.choice(["县级"] * 6 + ["市级"] * 2 + ["省级"]) if i in backbone else \
                    rng.choice(["无"] * 6 + ["校级"])
            else:  # outside the base of R1-R3 whatever their level
                level = rng.choice(["无", "县级", "校级"])
            subject = arts.get(i) or SUBJECTS[stage][i % len(SUBJECTS[stage])]
            if not regular:
                subject = rng.choice(["体育", "音乐", "美术", SUBJECTS[stage][0]])
            due = regular and rng.random() < 0.35
            rows.append({
                "name": rng.choice(SURNAMES) + (rng.choice(GIVEN_1) if rng.random() < 0.5 else rng.choice(GIVEN_2)),
                "stage": stage, "subject": subject, "full_time": regular, "education": education,
                "title": rng.choice(["高级"] + ["一级"] * 5 + ["二级"] * 5 + ["三级", "未定级"]),
                "backbone": level, "certified": regular and rng.random() < 0.985 or not regular and rng.random() < 0.6,
                "post": "在编" if regular and rng.random() < 0.93 else rng.choice(["编外", "支教"] if regular else ["编外", "走教", "兼职"]),
                "rotation_due": due, "rotated": due and rng.random() < 0.3,
                "training_hours": rng.choice([360, 360, 364, 372, 380, 396, 420]) if rng.random() < 0.95 else 320,
                "campus": block.get("campus", ""),
            })
    for i, row in enumerate(rows, 1):
        row["teacher_no"] = f"{school.get('teacher_prefix', '')}{i:04d}"
        if school.get("identity"):
            first = f"{COUNTY_CODE}{rng.randrange(1970, 1999)}{rng.randrange(1, 13):02d}{rng.randrange(1, 29):02d}{i:03d}"
            row["identity"] = first + check_digit(first)
    return rows


def hundredths(value):
    return Decimal(value).quantize(Decimal("0.01"))


def make_rooms(rng, school):
    rows = []
    for block in school.get("rooms", []):
        campus = block.get("campus", "")
        plan = [("教室", "普通教室", f"{k}号教室", None) for k in range(1, block["classrooms"] + 1)]
        for purpose, count, area in block["special"]:
            plan += [("专用教室", purpose, purpose + (str(k) if count > 1 else ""), area) for k in range(1, count + 1)]
        for purpose in block["public"]:
            plan.append(("公共教学用房", purpose, purpose, None))
        target = hundredths(block["area"])
        fixed = sum((hundredths(a) for *_, a in plan if a), Decimal(0))
        free = [i for i, p in enumerate(plan) if p[3] is None]
        weight = {i: (rng.uniform(0.98, 1.06) if plan[i][0] == "教室" else rng.uniform(1.2, 2.6)) for i in free}
        total = sum(weight.values())
        areas = {i: hundredths(p[3]) for i, p in enumerate(plan) if p[3]}
        left = target - fixed
        for i in free[:-1]:
            areas[i] = hundredths(Decimal(str(round(float(target - fixed) * weight[i] / total, 1))))
            left -= areas[i]
        areas[free[-1]] = left
        assert min(areas.values()) > 15, (school["name"], min(areas.values()))
        wanted = block["multimedia"]
        first = [i for i, p in enumerate(plan) if p[0] == "教室"] + [i for i, p in enumerate(plan) if p[0] != "教室"]
        screens = set(first[:wanted])
        assert len(screens) == wanted, school["name"]
        plan += [("行政办公用房", "教师办公室", f"办公室{k}", 42) for k in range(1, 2 + block["classrooms"] // 4)]
        plan += [("生活用房", "食堂", "食堂", 160 + 6 * block["classrooms"])]
        if block.get("indoor"):
            plan += [("室内体育用房", "体育馆", "风雨操场", block["indoor"])]
        for i, (category, purpose, name, area) in enumerate(plan):
            size = areas.get(i, hundredths(area or 0))
            rows.append({
                "campus": campus, "category": category, "purpose": purpose, "name": name, "floor_area": size,
                "usable_area": hundredths(size * Decimal("0.8")),
                # offices and sports halls may have a screen too; they are not counted
                "multimedia": i in screens or (i >= len(first) and category in ("行政办公用房", "室内体育用房") and rng.random() < 0.4),
                "built_year": rng.choice(block.get("built", [2005, 2012, 2016, 2019])),
                "room_no": f"{block.get('prefix', 'F')}{i + 1:03d}",
            })
    return rows


def make_grounds(rng, school):
    rows = []
    for block in school.get("grounds", []):
        for name, purpose, category, area, track, straight in block["items"]:
            rows.append({"ground_no": f"C{len(rows) + 1:02d}", "name": name, "purpose": purpose, "category": category,
                         "area": area, "track_length": track, "straight_length": straight,
                         "campus": block.get("campus", ""), "leased": False})
    return rows


LOTS = [("演示实验器材", "科学", "套"), ("分组实验器材", "科学", "套"), ("交互式一体机", "信息化", "台"),
        ("投影机", "信息化", "台"), ("钢琴", "音体美", "架"), ("民族乐器", "音体美", "套"), ("美术器材", "音体美", "套"),
        ("体育器材", "音体美", "套"), ("显微镜", "科学", "台"), ("数学学具", "数学", "套"), ("广播系统", "信息化", "套"),
        ("心理辅导器材", "心理", "套"), ("劳动实践工具", "劳动", "套")]


def make_equipment(rng, school):
    rows = []
    for block in school.get("equipment", []):
        prefix = block.get("prefix", "S")
        target = hundredths(block["value"])
        computers = hundredths(Decimal(block["computers"]) * 3680)
        lots = rng.sample(LOTS, block.get("lots", 9))
        weights = [rng.uniform(0.5, 2.0) for _ in lots]
        left = target - computers
        explicit = school.get("explicit")
        items = []
        for k, (name, purpose, unit) in enumerate(lots):
            if k == len(lots) - 1:
                value = left
            else:
                value = hundredths(str(round(float(target - computers) * weights[k] / sum(weights), 1)))
                left -= value
            items.append((name, purpose, "教学仪器设备", rng.randrange(2, 60), unit, value, True if explicit and k % 2 else ""))
        assert items[-1][5] > 0
        items.append(("学生用计算机", "学生用计算机", "计算机", block["computers"], "台", computers, ""))
        items.append(("图书", "图书", "图书", block["books"], "册", block["books"] * 18, ""))
        items.append(("课桌椅", "课桌椅", "其他设备", block["computers"] * 6, "套", block["computers"] * 6 * 210, ""))
        if explicit:
            # written off but still on the books: a person says it does not count
            items.append(("报废待处置投影机", "信息化", "教学仪器设备", 6, "台", 48000, False))
        for name, purpose, category, quantity, unit, value, counts in items:
            rows.append({"item_no": f"{prefix}{len(rows) + 1:03d}", "name": name, "purpose": purpose,
                         "category": category, "quantity": quantity, "unit": unit, "value": value,
                         "counts_as_teaching": counts, "campus": block.get("campus", ""),
                         "bought_on": (rng.randrange(2014, 2022), rng.randrange(1, 13), rng.randrange(1, 29)),
                         "note": "完好率９８％" if school.get("percent_note") and category == "计算机" else ""})
    return rows


def make_statements(rng, school):
    rows = []
    for element, stage, value, unit in school.get("statements", []):
        rows.append({"element": element, "stage": stage, "value": value, "unit": unit,
                     "source": school.get("statement_source", "学校填报"), "stated_on": (2022, 9, 5)})
    return rows


# ---------------------------------------------------------------- the county

def grades(first, *counts):
    return {first + i: n for i, n in enumerate(counts)}


def field(total, track=200, straight=60, courts=2):
    """Running track and courts whose areas add up to total, and one ground that does not count."""
    total = Decimal(total)
    court = Decimal(420) if total > 2500 else Decimal(120)
    items = [("田径场", "田径场", "运动场地", total - court * courts, track, straight)]
    items += [(f"{k}号篮球场", "篮球场", "运动场地", court, "", "") for k in range(1, courts + 1)]
    items.append(("停车场", "停车场", "其他场地", 260, "", ""))
    return items


PUBLIC = ["图书室", "阶梯教室", "科技活动室", "心理辅导室"]
SMALL = ["图书室", "综合活动室"]

SCHOOLS = [
    {
        "code": "2199000001", "name": "青禾县实验小学", "short": "实验小学", "kind": "小学", "town": "城关镇",
        "urban": "121", "built": 1952, "class_form": "plain", "more_counts": True, "explicit": True,
        "classes": [{"stage": "小学", "pupils": 1750, "per_grade": grades(1, 7, 7, 7, 7, 6, 6), "limit": 45, "spread": 3}],
        "teachers": [{"stage": "小学", "full": 98, "above": 88, "backbone": 19, "pe": 9, "art": 9, "other": 6}],
        "rooms": [{"classrooms": 40, "area": "7875", "indoor": "640.5", "multimedia": 44,
                   "special": [("音乐教室", 4, "102.4"), ("美术教室", 4, "96.3"), ("科学实验室", 4, "98.6"), ("计算机教室", 3, "97.1")],
                   "public": PUBLIC + ["图书阅览室", "多功能厅", "科技馆"]}],
        "grounds": [{"items": field("12960.5", 300, 100, 4)}],
        "equipment": [{"value": "3657500", "computers": 260, "books": 61250, "lots": 13}],
        "style": {"encoding": "bom", "newline": "crlf", "bool": "shi", "equipment": {"number": "comma"}},
    },
    {
        "code": "2199000002", "name": "城关镇第二小学", "short": "城关二小", "kind": "小学", "town": "城关镇",
        "urban": "121", "built": 1978, "class_form": "bracket", "teacher_prefix": "E",
        "classes": [{"stage": "小学", "pupils": 1072, "per_grade": grades(1, 4, 4, 4, 4, 4, 4), "limit": 45, "spread": 2,
                     "fixed": {9: 47}}],
        "teachers": [{"stage": "小学", "full": 55, "above": 46, "backbone": 8, "pe": 5, "art": 5, "other": 4}],
        "rooms": [{"classrooms": 24, "area": "4395.2", "multimedia": 22,
                   "special": [("音乐教室", 2, "97.2"), ("美术教室", 2, "92.5"), ("科学实验室", 2, "95"), ("计算机教室", 1, "96")],
                   "public": PUBLIC}],
        "grounds": [{"items": field("8100", 200, 60, 3)}],
        "equipment": [{"value": "2199744", "computers": 140, "books": 32200, "lots": 11}],
        # the class register is kept as well, so this figure does not count
        "statements": [("学生数", "小学", 1085, "人")], "statement_source": "2021年秋季报表",
        "style": {"encoding": "gb", "newline": "crlf", "headers": "a", "words": "a", "bool": "tick", "date": "dot"},
    },
    {
        "code": "2199000003", "name": "柳溪镇中心小学", "short": "柳溪中心小学", "kind": "小学", "town": "柳溪镇",
        "urban": "122", "built": 1965, "entry_years": True, "teacher_prefix": "LX", "explicit": True,
        "classes": [{"stage": "小学", "pupils": 429, "per_grade": grades(1, 2, 2, 2, 2, 2, 2), "limit": 45},
                    {"stage": "幼儿", "pupils": 75, "per_grade": {0: 3}, "note": "附设幼儿班"}],
        "teachers": [{"stage": "小学", "full": 26, "above": 18, "backbone": 5, "pe": 2, "art": 2, "other": 2},
                     {"stage": "幼儿", "full": 6, "above": 5, "backbone": 1, "pe": 0, "art": 0, "other": 0}],
        "rooms": [{"classrooms": 15, "area": "2520", "multimedia": 14,
                   "special": [("音乐教室", 1, "98"), ("美术教室", 1, "93.6"), ("科学实验室", 1, "92"), ("计算机教室", 1, "94")],
                   "public": PUBLIC}],
        "grounds": [{"items": field("8316", 200, 60, 2)}],
        "equipment": [{"value": "1108800", "computers": 64, "books": 15000}],
        "style": {"encoding": "utf8", "newline": "lf", "headers": "english", "stages": "english", "bool": "yn"},
    },
    {
        "code": "2199000004", "name": "石桥乡中心小学", "short": "石桥中心小学", "kind": "小学", "town": "石桥乡",
        "urban": "210", "built": 1970, "class_form": "wide",
        "classes": [{"stage": "小学", "pupils": 210, "per_grade": grades(1, 1, 1, 1, 1, 1, 1), "limit": 45, "spread": 4}],
        "teachers": [{"stage": "小学", "full": 13, "above": 8, "backbone": 3, "pe": 1, "art": 1, "other": 2}],
        "rooms": [{"classrooms": 6, "area": "1197", "multimedia": 6,
                   "special": [("音乐教室", 1, "96"), ("美术教室", 1, "90"), ("科学实验室", 1, "86")], "public": SMALL + ["多功能室"]}],
        # no ground or equipment register: figures typed in
        "statements": [("运动场地面积", "", "5985", "㎡"), ("教学仪器设备值", "", "45.36", "万元"),
                       ("计算机台数", "", 32, "台"), ("图书册数", "", 6300, "册")],
        "style": {"encoding": "gb", "newline": "lf", "bool": "one", "date": "han", "headers": "b", "words": "b",
                  "spaced": True, "statement": {"number": "comma"}},
    },
    {
        "code": "2199000005", "name": "白杨小学", "short": "白杨小学", "kind": "小学", "town": "黄坪镇", "urban": "220",
        "built": 1984, "parent": "3199000004", "inclusion": "并入", "target": "3199000004",
        "reason": "规模小，由黄坪九年一贯制学校统一管理", "class_form": "wide",
        "classes": [{"stage": "小学", "pupils": 70, "per_grade": grades(1, 1, 1, 1, 1, 1, 1), "spread": 3}],
        "teachers": [{"stage": "小学", "full": 8, "above": 5, "backbone": 0, "pe": 0, "art": 1, "other": 1}],
        "rooms": [{"classrooms": 6, "area": "455", "multimedia": 4, "special": [], "public": SMALL, "built": [1998, 2010]}],
        "grounds": [{"items": field("1600", "", 60, 1)}],
        "equipment": [{"value": "118650", "computers": 12, "books": 2100, "lots": 5}],
        "style": {"encoding": "utf8", "newline": "lf", "headers": "a", "bool": "shi", "date": "han",
                  "class_roll": {"number": "wide"}},
    },
    {
        "code": "2199000006", "name": "青禾县启明外国语小学", "short": "启明小学", "kind": "小学", "town": "城关镇",
        "urban": "121", "run_by": 10, "built": 2009, "class_form": "plain", "identity": True, "own_codes": True,
        "teacher_prefix": "QM",
        "classes": [{"stage": "小学", "pupils": 620, "per_grade": grades(1, 3, 3, 3, 3, 3, 3), "limit": 40}],
        "teachers": [{"stage": "小学", "full": 42, "above": 40, "backbone": 3, "pe": 5, "art": 5, "other": 3}],
        "rooms": [{"classrooms": 18, "area": "3410", "indoor": "480", "multimedia": 24,
                   "special": [("音乐教室", 2, "104"), ("美术教室", 2, "98"), ("科学实验室", 2, "96"), ("计算机教室", 2, "96")],
                   "public": PUBLIC}],
        "grounds": [{"items": field("4480", 200, 60, 2)}],
        "equipment": [{"value": "4340000", "computers": 150, "books": 24800, "lots": 12}],
        "style": {"encoding": "bom", "newline": "lf", "bool": "one", "number": "comma"},
    },
    {
        "code": "2199000007", "name": "云岭教学点", "short": "云岭", "kind": "教学点", "town": "柳溪镇", "urban": "220",
        "built": 1991, "parent": "2199000003",
        "classes": [{"stage": "小学", "pupils": 30, "per_grade": grades(1, 1, 1, 1, 1), "spread": 3},
                    {"stage": "幼儿", "pupils": 22, "per_grade": {0: 1}, "note": "附设幼儿班"}],
        "teachers": [{"stage": "小学", "full": 4, "above": 2, "backbone": 0, "pe": 0, "art": 0, "other": 0},
                     {"stage": "幼儿", "full": 1, "above": 1, "backbone": 0, "pe": 0, "art": 0, "other": 0}],
        "statements": [("教学及辅助用房面积", "", "236", "㎡"), ("室内体育用房面积", "", 0, "㎡"), ("网络多媒体教室数", "", 2, "间"),
                       ("运动场地面积", "", 900, "㎡"), ("教学仪器设备值", "", "6.2", "万元"), ("图书册数", "", 800, "册")],
        "style": {"encoding": "utf8", "newline": "lf", "bool": "shi"},
    },
    {
        "code": "2199000008", "name": "沙河教学点", "short": "沙河", "kind": "教学点", "town": "石桥乡", "urban": "220",
        "built": 1988, "parent": "2199000004",
        "classes": [{"stage": "小学", "pupils": 60, "per_grade": grades(1, 1, 1, 1, 1, 1, 1), "spread": 3}],
        "teachers": [{"stage": "小学", "full": 6, "above": 5, "backbone": 0, "pe": 1, "art": 0, "other": 1}],
        "rooms": [{"classrooms": 6, "area": "420", "multimedia": 2, "special": [], "public": SMALL, "built": [1999, 2011]}],
        "grounds": [{"items": field("1800", "", 60, 1)}],
        "equipment": [{"value": "150000", "computers": 10, "books": 1800, "lots": 5}],
        "style": {"encoding": "gb", "newline": "crlf", "headers": "b", "words": "a", "bool": "tick", "date": "dot",
                  "spaced": True, "class_roll": {"number": "wide"}},
    },
    {
        "code": "3199000001", "name": "青禾县第一初级中学", "short": "县一初", "kind": "初级中学", "town": "城关镇",
        "urban": "121", "built": 1958, "class_form": "plain", "more_counts": True,
        "classes": [{"stage": "初中", "pupils": 1150, "per_grade": grades(7, 8, 8, 8), "limit": 50, "fixed": {18: 57}}],
        "teachers": [{"stage": "初中", "full": 88, "above": 70, "backbone": 14, "pe": 6, "art": 6, "other": 4}],
        "rooms": [{"classrooms": 24, "area": "6957.5", "indoor": "720", "multimedia": 30,
                   "special": [("音乐教室", 2, "100"), ("美术教室", 2, "95"), ("物理实验室", 3, "98"), ("化学实验室", 2, "98"),
                               ("生物实验室", 2, "98"), ("计算机教室", 2, "100")], "public": PUBLIC + ["多功能厅", "图书阅览室"]}],
        "grounds": [{"items": field("11700", 300, 100, 4)}],
        "equipment": [{"value": "2990000", "computers": 210, "books": 46000, "lots": 13}],
        "style": {"encoding": "utf8", "newline": "crlf", "headers": "a", "bool": "shi", "date": "dot"},
    },
    {
        "code": "3199000002", "name": "柳溪镇初级中学", "short": "柳溪初中", "kind": "初级中学", "town": "柳溪镇",
        "urban": "122", "built": 1972, "boarding": True,
        "classes": [{"stage": "初中", "pupils": 540, "per_grade": grades(7, 4, 4, 4), "limit": 50}],
        # no roster and no room register: figures typed in
        "statements": [("专任教师数", "初中", 42, "人"), ("高于规定学历教师数", "初中", 31, "人"), ("骨干教师数", "初中", 7, "人"),
                       ("体育教师数", "初中", 3, "人"), ("艺术教师数", "初中", 3, "人"), ("中级及以上职务教师数", "初中", 25, "人"),
                       ("教学及辅助用房面积", "", "3022.2", "㎡"), ("室内体育用房面积", "", 360, "㎡"),
                       ("网络多媒体教室数", "", 15, "间")],
        "grounds": [{"items": field("6650", 200, 100, 3)}],
        "equipment": [{"value": "1566000", "computers": 96, "books": 21600, "lots": 12}],
        "style": {"encoding": "gb", "newline": "crlf", "headers": "b", "words": "a", "bool": "tick", "date": "han",
                  "number": "comma"},
    },
    {
        "code": "3199000003", "name": "石桥九年一贯制学校", "short": "石桥九年校", "kind": "九年一贯制学校", "town": "石桥乡",
        "urban": "210", "built": 2004, "note": "校本部有小学和初中，东校区只有小学",
        "classes": [{"stage": "小学", "pupils": 200, "per_grade": grades(1, 1, 1, 1, 1, 1, 1), "limit": 45},
                    {"stage": "初中", "pupils": 220, "per_grade": grades(7, 2, 2, 2), "limit": 50},
                    {"stage": "小学", "pupils": 160, "per_grade": grades(1, 1, 1, 1, 1, 1, 1), "campus": "东校区"}],
        "teachers": [{"stage": "小学", "full": 11, "above": 9, "backbone": 2, "pe": 1, "art": 1, "other": 1},
                     {"stage": "初中", "full": 17, "above": 13, "backbone": 3, "pe": 1, "art": 2, "other": 1},
                     {"stage": "小学", "full": 9, "above": 8, "backbone": 2, "pe": 1, "art": 1, "other": 1, "campus": "东校区"}],
        "rooms": [{"classrooms": 12, "area": "2520", "indoor": "300", "multimedia": 12,
                   "special": [("音乐教室", 1, "98"), ("美术教室", 1, "94"), ("理化实验室", 2, "96"), ("计算机教室", 1, "96")],
                   "public": PUBLIC},
                  {"classrooms": 6, "area": "744.8", "multimedia": 4, "campus": "东校区", "prefix": "E",
                   "special": [("音乐教室", 1, "96"), ("美术教室", 1, "90")], "public": SMALL}],
        "grounds": [{"items": field("5820", 200, 60, 2)}, {"items": field("2200", "", 60, 1), "campus": "东校区"},
                    # a campus with no pupils: shared by the whole school
                    {"items": [("北校区劳动与运动场", "足球场", "运动场地", 1500, "", "")], "campus": "北校区"}],
        "equipment": [{"value": "1216000.5", "computers": 80, "books": 14700},
                      {"value": "336000", "computers": 24, "books": 4800, "campus": "东校区", "prefix": "E", "lots": 6}],
        "style": {"encoding": "bom", "newline": "crlf", "words": "a", "stages": "bu", "bool": "shi"},
    },
    {
        "code": "3199000004", "name": "黄坪九年一贯制学校", "short": "黄坪九年校", "kind": "九年一贯制学校", "town": "黄坪镇",
        "urban": "121", "built": 1996,
        "teachers": [{"stage": "小学", "full": 18, "above": 15, "backbone": 4, "pe": 2, "art": 2, "other": 2},
                     {"stage": "初中", "full": 18, "above": 13, "backbone": 3, "pe": 1, "art": 1, "other": 2}],
        "grounds": [{"items": field("7800", 200, 100, 2)}],
        # no class, room or equipment register: figures typed in
        "statements": [("学生数", "小学", 300, "人"), ("学生数", "初中", 220, "人"), ("班级数", "小学", 8, "个"),
                       ("班级数", "初中", 6, "个"), ("教学及辅助用房面积", "", "3160.4", "㎡"), ("室内体育用房面积", "", "240.4", "㎡"),
                       ("网络多媒体教室数", "", 17, "间"), ("教学仪器设备值", "", "152.6", "万元"), ("计算机台数", "", 98, "台"),
                       ("图书册数", "", 19800, "册")],
        "style": {"encoding": "gb", "newline": "crlf", "headers": "a", "words": "b", "bool": "tick", "date": "dot",
                  "spaced": True, "statement": {"number": "comma"}},
    },
    {
        "code": "3499000001", "name": "青禾县第一中学", "short": "县一中", "kind": "完全中学", "town": "城关镇", "urban": "121",
        "built": 1938, "entry_years": True,
        "classes": [{"stage": "初中", "pupils": 600, "per_grade": grades(7, 4, 4, 5), "limit": 50},
                    {"stage": "高中", "pupils": 1200, "per_grade": grades(10, 8, 8, 8), "limit": 55}],
        "teachers": [{"stage": "初中", "full": 46, "above": 40, "backbone": 8, "pe": 3, "art": 3, "other": 2},
                     {"stage": "高中", "full": 92, "above": 88, "backbone": 20, "pe": 5, "art": 4, "other": 2}],
        "rooms": [{"classrooms": 37, "area": "12444", "indoor": "1000", "multimedia": 52,
                   "special": [("音乐教室", 3, "102"), ("美术教室", 3, "98"), ("物理实验室", 5, "104"), ("化学实验室", 5, "104"),
                               ("生物实验室", 4, "104"), ("计算机教室", 4, "110")],
                   "public": PUBLIC + ["图书馆东区", "图书馆西区", "多功能厅", "报告厅", "创客空间", "录播教室", "史地教室"]}],
        "grounds": [{"items": field("21542", 400, 100, 6)}],
        "equipment": [{"value": "5610000", "computers": 420, "books": 90000, "lots": 13}],
        "style": {"encoding": "utf8", "newline": "lf", "headers": "b", "words": "a", "bool": "yn"},
    },
    {
        "code": "3499000002", "name": "青禾县育才学校", "short": "育才学校", "kind": "十二年一贯制学校", "town": "城关镇",
        "urban": "121", "built": 2014, "teacher_prefix": "YC", "explicit": True, "percent_note": True,
        "classes": [{"stage": "小学", "pupils": 480, "per_grade": grades(1, 2, 2, 2, 2, 2, 2), "limit": 45},
                    {"stage": "初中", "pupils": 390, "per_grade": grades(7, 3, 3, 3), "limit": 50},
                    {"stage": "高中", "pupils": 360, "per_grade": grades(10, 3, 3, 2), "limit": 55}],
        "teachers": [{"stage": "小学", "full": 28, "above": 23, "backbone": 5, "pe": 3, "art": 2, "other": 1},
                     {"stage": "初中", "full": 28, "above": 22, "backbone": 5, "pe": 2, "art": 2, "other": 1},
                     {"stage": "高中", "full": 29, "above": 26, "backbone": 4, "pe": 2, "art": 1, "other": 1}],
        "rooms": [{"classrooms": 29, "area": "7613.1", "indoor": "800", "multimedia": 33,
                   "special": [("音乐教室", 3, "102"), ("美术教室", 3, "96"), ("科学实验室", 2, "96"), ("理化生实验室", 4, "104"),
                               ("计算机教室", 3, "100")], "public": PUBLIC + ["图书馆", "多功能厅", "报告厅"]}],
        "grounds": [{"items": field("13250", 300, 100, 4)}],
        "equipment": [{"value": "3405132", "computers": 230, "books": 49200, "lots": 13}],
        "style": {"encoding": "bom", "newline": "crlf", "bool": "yn", "number": "comma", "date": "han"},
    },
    {
        "code": "5199000001", "name": "青禾县特殊教育学校", "short": "特教学校", "kind": "特殊教育学校", "town": "城关镇",
        "urban": "121", "built": 2011, "class_form": "plain",
        "classes": [{"stage": "小学", "pupils": 48, "per_grade": grades(1, 1, 1, 1, 1, 1, 1), "spread": 1},
                    {"stage": "初中", "pupils": 24, "per_grade": grades(7, 1, 1, 1), "spread": 1}],
        "teachers": [{"stage": "小学", "full": 14, "above": 13, "backbone": 2, "pe": 2, "art": 1, "other": 1},
                     {"stage": "初中", "full": 8, "above": 6, "backbone": 1, "pe": 1, "art": 1, "other": 0}],
        "rooms": [{"classrooms": 9, "area": "1340", "multimedia": 9,
                   "special": [("律动教室", 1, "98"), ("美术教室", 1, "90"), ("康复训练室", 2, "88")], "public": SMALL}],
        "grounds": [{"items": field("2600", 200, 60, 1)}],
        "equipment": [{"value": "620000", "computers": 24, "books": 2900, "lots": 8}],
        "style": {"encoding": "bom", "newline": "lf", "headers": "a", "words": "a", "bool": "one"},
    },
]


def main():
    if COUNTY.joinpath("schools").exists():
        shutil.rmtree(COUNTY / "schools")
    COUNTY.mkdir(parents=True, exist_ok=True)
    (COUNTY / "县.csv").write_bytes(
        ("学校标识码,学校名称,学校类别,县级行政区划代码\r\n"
         f"{COUNTY_CODE},青禾县教育局,教育行政部门,{COUNTY_CODE}\r\n").encode("utf-8-sig"))
    for school in SCHOOLS:
        rng = random.Random(f"qinghe-{school['code']}")
        folder = COUNTY / "schools" / f"{school['code']}-{school['name']}"
        folder.mkdir(parents=True)
        org = {"org_code": school["code"], "name": school["name"], "short_name": school["short"],
               "kind": school["kind"], "county_code": COUNTY_CODE, "town": school["town"],
               "urban_rural": school["urban"], "run_by": school.get("run_by", 7),
               "boarding": bool(school.get("boarding")), "built_year": school["built"],
               "parent_code": school.get("parent", ""), "inclusion": school.get("inclusion", ""),
               "inclusion_target": school.get("target", ""), "inclusion_reason": school.get("reason", ""),
               "note": school.get("note", "")}
        tables = {"org": [org], "class_roll": make_classes(rng, school), "teacher": make_teachers(rng, school),
                  "room": make_rooms(rng, school), "ground": make_grounds(rng, school),
                  "equipment": make_equipment(rng, school), "statement": make_statements(rng, school)}
        for table, rows in tables.items():
            if school.get("own_codes") and table != "org":
                for row in rows:
                    row["org_code"], row["school_year"] = school["code"], YEAR
            write(folder, table, rows, school)


if __name__ == "__main__":
    main()
