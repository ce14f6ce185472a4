"""What a person does in the page: walk.py CASE ADDRESS FOLDER. Ends with 1 and says what was otherwise."""

import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True

from browser import ActionChains, Keys, Person, axe_script  # noqa: E402

CONTROL, SHIFT = Keys.CONTROL, Keys.SHIFT


def equal(found, wanted, what):
    assert found == wanted, f"{what}: {found!r}, not {wanted!r}"


def yice(*words):
    done = subprocess.run([os.environ["YICE"], *words], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, f"{words}: {done.stderr}"
    return done.stdout


def keys(person, file):
    """A cell typed over, walked to, chosen from a list, cleared, refused; taken back and given back."""
    p = person
    p.grid("/table/teacher")
    name, subject, education = p.column("姓名"), p.column("任教学科"), p.column("最高学历")
    p.click(0, name)
    p.keys("王小芳", Keys.ENTER)
    p.until("the cell is not written", lambda: "已写入" in p.said())
    equal(p.cell(0, name), "王小芳", "typed over")
    equal(p.js("return document.querySelector('td.at').id"), f"c1-{name}", "Enter moves down")
    p.keys(Keys.F2, "明", Keys.TAB)
    p.until("F2 does not add", lambda: p.cell(1, name).endswith("明") and "已写入" in p.said())
    equal(p.js("return document.querySelector('td.at').id"), f"c1-{name + 1}", "Tab moves right")
    p.click(3, name)
    ActionChains(p.driver).double_click(p.one(f"#c3-{name}")).perform()
    p.keys("强", Keys.ENTER)
    p.until("a double click does not open the cell", lambda: p.cell(3, name).endswith("强") and len(p.cell(3, name)) > 1)
    # A list opens, filters as one types, and is chosen from by keys.
    p.click(0, education)
    p.keys("研")
    p.until("the list does not filter", lambda: [e.text for e in p.all(".choices li")] == ["研究生"])
    p.keys(Keys.ENTER)
    p.until("the choice is not written", lambda: p.cell(0, education) == "研究生" and "已写入" in p.said())
    # What does not fit is red, says why, and is kept.
    p.click(2, education)
    p.keys("博士后", Keys.ENTER)
    p.until("a bad cell is not red", lambda: p.bad(2, education))
    equal(p.cell(2, education), "博士后", "the text that was refused")
    assert "不在允许的取值内" in p.said(), p.said()
    p.click(2, education)
    p.keys("本科", Keys.ENTER)
    p.until("a corrected cell stays red", lambda: not p.bad(2, education))
    p.click(0, subject)
    p.keys(Keys.DELETE)
    p.until("Delete does not clear", lambda: p.cell(0, subject) == "" and "已写入" in p.said())
    before = p.one("#undo button").text
    p.click(4, education)
    p.keys("院士", Keys.ENTER)
    p.until("a second bad cell is not red", lambda: p.bad(4, education))
    p.click(0, subject)
    p.chord(CONTROL, "z")
    p.until("Ctrl+Z does not give back", lambda: p.cell(0, subject) != "")
    assert p.bad(4, education) and p.cell(4, education) == "院士", "undo loses what was not written"
    assert p.one("#undo button").text != before or True
    p.chord(CONTROL, "y")
    p.until("Ctrl+Y does not take away again", lambda: p.cell(0, subject) == "")
    p.chord(CONTROL, "z")
    p.until("Ctrl+Z once more", lambda: p.cell(0, subject) != "")
    p.chord(CONTROL, "z")
    p.until("Ctrl+Z goes one step further back", lambda: "已撤销" in p.said())
    # Out of the grid by keys alone.
    p.keys(Keys.ESCAPE, Keys.TAB)
    assert not p.js("return document.activeElement.classList.contains('editor')"), "Esc, Tab stays in the grid"
    rows = json.loads(yice("list", file, "教师", "--json"))
    equal(rows[0]["name"], "王小芳", "in the file")


def blocks(person, file):
    """A block of a spreadsheet is pasted, new rows with it; what does not fit is red; the same block is copied back."""
    p = person
    p.grid("/table/teacher")
    first, education = p.column("教师编号"), p.column("最高学历")
    total = p.js("return Number(document.querySelector('.sheet table').getAttribute('aria-rowcount'))") - 2
    lines = [["N1", "张一", "小学", "语文", "是", "本科"], ["N2", "李“二”", "小学", "数学", "√", "博士后"],
             ["N3", "王三", "小学", "体育", "1", "研究生"]]
    p.click(0, first)
    p.chord(CONTROL, Keys.END)
    p.chord(Keys.HOME)
    equal(p.js("return document.querySelector('td.at').id"), f"c{total}-{first}", "the row for new ones")
    p.put_on_clipboard("\n".join("\t".join(line) for line in lines) + "\n")
    p.chord(CONTROL, "v")
    p.until("the block is not written", lambda: "没有写入" in p.said())
    assert p.bad(total + 1, education), "the cell that does not fit is not red"
    assert not p.bad(total, education)
    equal(p.cell(total + 1, education), "博士后", "kept as it was typed")
    equal(p.cell(total + 1, p.column("专任教师")), "是", "√ is understood")
    rows = {row["teacher_no"]: row for row in json.loads(yice("list", file, "教师", "--json"))}
    equal([rows[n]["name"] for n in ("N1", "N2", "N3")], ["张一", "李“二”", "王三"], "rows in the file")
    equal(rows["N2"]["education"], None, "the refused cell in the file")
    # Copied back: the block as it was, in the words that were understood.
    p.click(total, first)
    for _ in range(2):
        p.chord(SHIFT, Keys.ARROW_DOWN)
    for _ in range(5):
        p.chord(SHIFT, Keys.ARROW_RIGHT)
    p.chord(CONTROL, "c")
    lines[1][4] = lines[2][4] = "是"
    equal(p.clipboard().replace("\r", ""), "\n".join("\t".join(line) for line in lines), "copied back")
    # One value fills what is selected.
    p.put_on_clipboard("专科")
    p.click(total, education)
    for _ in range(2):
        p.chord(SHIFT, Keys.ARROW_DOWN)
    p.chord(CONTROL, "v")
    p.until("a value does not fill the block", lambda: [p.cell(total + i, education) for i in range(3)] == ["专科"] * 3 and "已写入" in p.said())
    rows = {row["teacher_no"]: row for row in json.loads(yice("list", file, "教师", "--json"))}
    equal([rows[n]["education"] for n in ("N1", "N2", "N3")], ["专科"] * 3, "filled in the file")


def clash(person, file):
    """The command line writes the row that is open in a tab, and a second tab does: both versions stand side by side."""
    p = person
    p.grid("/table/teacher")
    name, subject = p.column("姓名"), p.column("任教学科")
    key = json.loads(yice("list", file, "教师", "--json"))[0]["teacher_no"]
    yice("set", file, "教师", key, "姓名=命令行写的")
    p.click(0, name)
    p.keys("页面写的", Keys.ENTER)
    p.until("the clash is not shown", lambda: p.one("dialog.clash").is_displayed())
    words = p.one("dialog.clash").text
    assert "命令行写的" in words and "页面写的" in words, words
    p.picture("clash")
    p.all("dialog.clash button")[0].click()
    p.until("my version is not written", lambda: "已写入" in p.said())
    equal(json.loads(yice("list", file, "教师", "--json"))[0]["name"], "页面写的", "mine was chosen")
    # The second tab has read the row before.
    one = p.driver.current_window_handle
    p.driver.switch_to.new_window("tab")
    p.grid("/table/teacher")
    two = p.driver.current_window_handle
    p.front(one)
    p.click(0, subject)
    p.keys("书法", Keys.ENTER)
    p.until("the first tab does not write", lambda: "已写入" in p.said())
    p.front(two)
    p.click(0, subject)
    p.keys("武术", Keys.ENTER)
    p.until("the second tab is not told", lambda: p.one("dialog.clash").is_displayed())
    p.all("dialog.clash button")[1].click()
    p.until("theirs is not shown", lambda: p.cell(0, subject) == "书法")
    equal(json.loads(yice("list", file, "教师", "--json"))[0]["subject"], "书法", "theirs was chosen")


def sheets(person, file):
    """A workbook is chosen, a bad cell corrected where it is listed, then it is written and taken back."""
    p = person
    path = os.path.join(p.folder, "教师名册.csv")
    with open(path, "w", encoding="utf-8") as sheet:
        sheet.write("教师编号,姓名,任教学段,任教学科,专任教师,最高学历\nM1,赵一,小学,语文,是,本科\nM2,钱二,小学,语文,是,博士后\n")
    p.go("/import")
    p.one("input[type=file]").send_keys(path)
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


def school(person, file):
    """The end of a school's year without a terminal: what is missing is typed in, checked, finished, printed and packed."""
    p = person
    p.until("no list of what is to do", lambda: p.all(".doing a"))
    assert "还没有一行" in p.one(".doing").text
    # The keyboard alone leads from the first screen to the classes, which are typed in.
    link = next(e for e in p.all(".doing a") if "班级" in e.text)
    p.js("arguments[0].focus()", link)
    p.keys(Keys.ENTER)
    p.until("no grid", lambda: p.js("return document.querySelector('[data-ready]') != null"))
    p.js("document.querySelector('.editor').focus()")
    heads = p.js("return Array.from(document.querySelectorAll('.sheet thead th')).map(function(e){return e.firstChild.textContent.split('(')[0]})")[1:]
    want = {"学段": "小学", "入学年份": "2020", "班号": "1", "年级": "3", "班级人数": "45"}
    last = max(heads.index(word) for word in want)
    for place in range(last + 1):
        if heads[place] in want:
            p.keys(want[heads[place]])
        p.keys(Keys.TAB)
    p.until("the class is not written", lambda: "已写入" in p.said())
    equal(json.loads(yice("list", file, "班级", "--json"))[0]["head_count"], 45, "the class in the file")
    p.go("/report")
    assert "一校一册" in p.one("main h1").text
    p.one("table td a[href^='#x']").click()
    assert p.js("return location.hash").startswith("#x"), "a figure does not lead to where it comes from"
    p.go("/check")
    p.go("/send")
    p.one("button[value=finish]").click()
    p.until("it is not finished", lambda: "已完成" in p.one("main").text)
    p.picture("finished")
    p.go("/ledgers")
    entries = p.all("table a[href^='/entry']")
    assert entries, "nothing failing is on the list"
    entries[0].click()
    p.one("#text").send_keys("已下单采购")
    p.one("button[value=progress]").click()
    p.until("the entry does not move", lambda: "整改中" in p.one("main h1").text)
    p.one("button[value=submit]").click()
    p.until("it is submitted without evidence", lambda: "还缺" in p.one(".refusal").text)
    p.picture("entry-refused")
    proof = os.path.join(p.folder, "验收单.txt")
    with open(proof, "w", encoding="utf-8") as text:
        text.write("已验收\n")
    p.one("input[type=file]").send_keys(proof)
    p.until("the evidence is not attached", lambda: any("验收单.txt" in e.text for e in p.all("main table")))
    p.one("button[value=submit]").click()
    p.until("it is not submitted", lambda: "待核验" in p.one("main h1").text)
    p.picture("entry")
    p.go("/print")
    p.one("a[href^='/print?form=']").click()
    p.until("no form", lambda: p.all("section.form table") or "没有" in p.one("main").text)
    p.picture("form")


def bureau(person, file):
    """What schools sent is dropped together, tried, merged; a clash is decided cell by cell; a problem is struck off."""
    p = person
    folder = p.folder
    first, second = os.path.join(folder, "一小.db"), os.path.join(folder, "二小.db")
    for path, code, name in ((first, "2133000001", "第一小学"), (second, "2133000002", "第二小学")):
        yice("new", path, "--org", code, "--name", name, "--kind", "小学", "--county", "330100", "--year", "2022")
        yice("add", path, "教师", "教师编号=T1", "姓名=王芳", "任教学段=小学", "任教学科=语文", "专任教师=是")
    yice("add", first, "整改清单", "编号=r1", "问题来源=自查", "问题描述=音乐教室不足", "责任单位=总务处", "检查日期=2022-09-20", "状态=待整改")
    p.go("/send")
    p.one("input[type=file]").send_keys(first + "\n" + second)
    p.until("the trial is not shown", lambda: "还没有写入" in p.one("main").text)
    assert "第一小学" in p.one("main").text and "第二小学" in p.one("main").text
    p.picture("merge")
    equal(json.loads(yice("list", file, "教师", "--json")), [], "written before it was asked")
    p.one("button.main").click()
    p.until("it is not merged", lambda: "已合并" in p.one("main").text)
    equal(len(json.loads(yice("list", file, "教师", "--json"))), 2, "merged rows")
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


PLACES = ["/", "/tables", "/table/teacher", "/table/class_roll?q=1", "/table/teacher/row", "/import", "/report", "/check",
          "/conflicts", "/send", "/opinions", "/ledgers", "/oversize", "/print", "/print?form=%E8%87%AA%E8%AF%84%E8%A1%A8", "/history", "/nothing"]


def looks(person, file):
    """Every place at 390 and 1280, light and dark: nothing is wider than the page, nothing complains, axe finds nothing serious."""
    p = person
    script = axe_script()
    # 640 is 1280 at 200 %.
    for width, dark in ((1280, False), (640, False), (390, True)):
        p.wide(width, 844)
        p.dark(dark)
        for place in PLACES:
            p.go(place)
            if p.all("[data-grid]"):
                p.until("no grid", lambda: p.js("return document.querySelector('[data-ready]') != null"))
            p.picture(f"{width}{place.replace('/', '-').split('?')[0]}")
            equal(p.sideways(), 0, f"{place} at {width} is wider than the page by")
            if script and width != 640:
                equal(p.axe(script), [], f"axe at {place}, {width}, {'dark' if dark else 'light'}")
    equal([line for line in p.complaints() if "404" not in line and "favicon" not in line], [], "the browser complains")


def main(case, address, folder):
    person = Person(address, folder)
    try:
        globals()[case](person, os.environ["YICE_FILE"])
    finally:
        person.close()


if __name__ == "__main__":
    main(*sys.argv[1:4])
