"""A bureau's year."""

import json
import os

from browser import equal, yice


def year(p, file):
    """What schools sent is dropped together, tried, merged; a clash is decided cell by cell; a problem is struck off."""
    folder = p.folder
    first, second = os.path.join(folder, "一小.db"), os.path.join(folder, "二小.db")
    for path, code, name in ((first, "2133000001", "第一小学"), (second, "2133000002", "第二小学")):
        yice("new", path, "--org", code, "--name", name, "--kind", "小学", "--county", "330100", "--year", "2022")
        yice("add", path, "教师", "教师编号=T1", "姓名=王芳", "任教学段=小学", "任教学科=语文", "专任教师=是")
    yice("add", first, "整改清单", "编号=r1", "问题来源=自查", "问题描述=音乐教室不足", "责任单位=总务处", "检查日期=2022-09-20", "状态=待整改")
    p.go("/send")
    p.drop("[data-upload]", first, second)
    p.until("the trial is not shown", lambda: "还没有写入" in p.one("main").text)
    assert "第一小学" in p.one("main").text and "第二小学" in p.one("main").text
    p.picture("merge")
    equal(json.loads(yice("list", file, "教师", "--json")), [], "written before it was asked")
    p.one("button.main").click()
    p.until("it is not merged", lambda: "已合并" in p.one("main").text)
    equal(len(json.loads(yice("list", file, "教师", "--json"))), 2, "merged rows")
    p.go("/send")
    assert "谁报了、谁没报" in p.one("main").text and "第二小学" in p.one("main").text
    yice("set", first, "教师", "T1", "姓名=王小芳", "任教学科=数学")
    yice("set", file, "教师", "2133000001/2022/T1", "姓名=王大芳", "任教学科=体育")
    p.go("/send")
    p.one("input[type=file]").send_keys(first)
    p.until("the second trial is not shown", lambda: "等待决定" in p.one("main").text)
    p.one("button.main").click()
    p.until("no way to the clash", lambda: p.all("main a[href='/conflicts']"))
    p.one("main a[href='/conflicts']").click()
    p.picture("conflicts")
    for choice in p.all("input[name='t.subject']")[1:2]:
        choice.click()
    p.one("section button.main").click()
    p.until("it is not decided", lambda: "没有等待决定的行" in p.one("main").text)
    p.go("/ledgers")
    p.one("table a[href^='/entry']").click()
    p.one("#text").send_keys("已增加一间")
    p.one("#evidence").send_keys("照片三张")
    p.one("button[value=progress]").click()
    p.until("no progress", lambda: "整改中" in p.one("main h1").text)
    p.one("#evidence").send_keys("照片三张")
    p.one("button[value=submit]").click()
    p.until("it is not submitted", lambda: "待核验" in p.one("main h1").text)
    p.one("#verifier").send_keys("张督学")
    p.one("button[value=strike]").click()
    p.until("it is not struck off", lambda: "已销号" in p.one("main h1").text)
    p.one("#undo button").click()
    p.until("the move is not taken back", lambda: "待核验" in p.one("main h1").text)
    roll_up(p, file)


def roll_up(p, file):
    """All schools in one grid, by school; a change is tried; the county's forms and file are made."""
    p.grid("/table/teacher?school=2133000002")
    assert p.cell(1, 0) == "" and "第二小学" in p.cell(0, 0), "the grid of one school"
    p.go("/report")
    assert "县" in p.one("main h1").text
    p.one("a[href='/whatif']").click()
    p.one("#changes").send_keys("2133000001 学生数 +10")
    p.one("button.main").click()
    p.until("nothing is tried", lambda: p.all("main ul[role=status] li"))
    p.go("/print?form=%E8%87%AA%E8%AF%84%E8%A1%A8")
    p.until("no form", lambda: p.all("section.form table"))
    p.downloads()
    p.go("/send")
    p.one("button[value=pack]").click()
    p.until("nothing is saved", lambda: [name for name in os.listdir(os.path.join(p.folder, "saved")) if name.startswith("330100")])
