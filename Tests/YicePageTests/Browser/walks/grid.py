"""The grid: keys, blocks of a spreadsheet, two writers."""

import json

from browser import ActionChains, Keys, equal, yice

CONTROL, SHIFT = Keys.CONTROL, Keys.SHIFT


def keys(p, file):
    """A cell typed over, walked to, chosen from a list, cleared, refused; taken back and given back."""
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


def blocks(p, file):
    """A block of a spreadsheet is pasted, new rows with it; what does not fit is red; the same block is copied back."""
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


def clash(p, file):
    """The command line writes the row that is open in a tab, and a second tab does: both versions stand side by side."""
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


def choices(p, file):
    """A list filters by the first letters of pinyin too."""
    p.grid("/table/teacher")
    education, stage = p.column("最高学历"), p.column("任教学段")
    for column, typed, found in ((education, "yjs", "研究生"), (education, "BK", "本科"), (stage, "cz", "初中")):
        p.click(5, column)
        p.keys(typed)
        p.until(f"{typed} does not find {found}", lambda: p.all(".choices li")[0].text == found)
        p.keys(Keys.ENTER)
        p.until(f"{found} is not written", lambda: p.cell(5, column) == found and "已写入" in p.said())
    p.click(5, education)
    p.keys("k")
    p.until("本科 is not found by its second letter", lambda: [e.text for e in p.all(".choices li")] == ["专科", "本科"][::-1])
    p.keys(Keys.ESCAPE)
    equal(p.cell(5, education), "本科", "Esc leaves the cell as it was")


def renumber(p, file):
    """A number that was mistyped is typed over: the row stays itself; another row's number is refused; one undo gives it back."""
    p.grid("/table/teacher")
    number, name = p.column("教师编号"), p.column("姓名")
    old, other, who = p.cell(6, number), p.cell(7, number), p.cell(6, name)
    p.click(6, number)
    p.keys("Z" + old, Keys.ENTER)
    p.until("the number is not written", lambda: "已写入" in p.said())
    equal({row["teacher_no"]: row["name"] for row in json.loads(yice("list", file, "教师", "--json"))}.get("Z" + old), who, "in the file")
    p.click(6, number)
    p.keys(other, Keys.ENTER)
    p.until("another row's number is taken", lambda: p.bad(6, number) and "已经有" in p.said())
    # Typed back, it is as it was; then one undo.
    p.click(6, number)
    p.keys("Z" + old, Keys.ENTER)
    p.until("the refused number stays", lambda: not p.bad(6, number))
    p.chord(CONTROL, "z")
    p.until("undo does not give the number back", lambda: p.cell(6, number) == old and p.cell(6, name) == who)
    # A block that is pasted over rows that are there leaves their numbers alone.
    p.put_on_clipboard("Q1\t甲\nQ2\t乙\n")
    p.click(6, number)
    p.chord(CONTROL, "v")
    p.until("a pasted number is taken", lambda: p.bad(6, number) and p.bad(7, number))
    rows = {row["teacher_no"]: row["name"] for row in json.loads(yice("list", file, "教师", "--json"))}
    assert "Q1" not in rows and old in rows and other in rows, "pasting renumbers rows"
    p.until("the names are not pasted", lambda: p.cell(6, name) == "甲")


def evidence(p, file):
    """A file is dropped on a row; it hangs on that row, whose form shows it, and one undo takes it off."""
    p.grid("/table/teacher")
    number = p.cell(2, p.column("教师编号"))
    p.drop("tr:has(#c2-0)", p.write("证书.txt", "证书\n"))
    p.until("nothing says that it is attached", lambda: "已附上" in p.said())
    rows = json.loads(yice("list", file, "佐证材料", "--json"))
    equal([row["file_name"] for row in rows if row["subject_key"].endswith("/" + number)], ["证书.txt"], "evidence of the row")
    p.drop("tr:has(#c2-0)", p.write("空.txt", ""))
    p.until("an empty file is not refused", lambda: "空的" in p.said())
    p.go(f"/table/teacher/row?key=2133000001%2F2022%2F{number}")
    assert "证书.txt" in p.one("main").text
    p.one("#undo button").click()
    p.until("it is not taken off", lambda: "证书.txt" not in p.one("main").text)
