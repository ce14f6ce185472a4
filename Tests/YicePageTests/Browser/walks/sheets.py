"""A sheet is dropped, corrected and written."""

import json

from browser import equal, yice

TEACHERS = "教师编号,姓名,任教学段,任教学科,专任教师,最高学历\n{0}1,赵一,小学,语文,是,本科\n{0}2,钱二,小学,语文,是,博士后\n"


def sheets(p, file):
    """A sheet is dropped, a bad cell corrected where it is listed, then it is written and taken back."""
    p.go("/import")
    p.drop("[data-upload]", p.write("教师名册.csv", TEACHERS.format("M")))
    p.until("the dry run is not shown", lambda: "不对的格" in p.one("main").text)
    assert "没有写入" in p.one("main").text
    p.picture("import")
    p.one("input[name^='x.']").send_keys("研究生")
    p.one("button[value=try]").click()
    p.until("the corrected cell is still listed", lambda: "不对的格" not in p.one("main").text)
    before = len(json.loads(yice("list", file, "教师", "--json")))
    p.one("button[value=write]").click()
    p.until("it is not written", lambda: "已写入：新增 2 行" in p.one("main").text)
    rows = {row["teacher_no"]: row for row in json.loads(yice("list", file, "教师", "--json"))}
    equal((len(rows), rows["M2"]["education"]), (before + 2, "研究生"), "rows after the import")
    p.one("#undo button").click()
    p.until("the import is not taken back", lambda: len(json.loads(yice("list", file, "教师", "--json"))) == before)
