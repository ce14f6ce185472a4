"""A school's year, without a terminal."""

import glob
import json
import os

from browser import Keys, equal, yice


def year(p, file):
    """What is missing is typed in, checked, finished, mended, answered, printed and packed."""
    p.until("no list of what is to do", lambda: p.all(".doing a"))
    assert "还没有一行" in p.one(".doing").text
    # The keyboard alone leads from the first screen to the classes, which are typed in.
    link = next(e for e in p.all(".doing a") if "班级" in e.text)
    p.js("arguments[0].focus()", link)
    p.keys(Keys.ENTER)
    p.until("no grid", lambda: p.js("return document.querySelector('[data-ready]') != null"))
    p.js("document.querySelector('.editor').focus()")
    type_row(p, {"学段": "小学", "入学年份": "2020", "班号": "1", "年级": "3", "班级人数": "45"})
    equal(json.loads(yice("list", file, "班级", "--json"))[0]["head_count"], 45, "the class in the file")
    figures(p)
    p.go("/send")
    p.one("button[value=finish]").click()
    p.until("it is not finished", lambda: "已完成" in p.one("main").text)
    p.picture("finished")
    mend(p)
    bureau_answers(p, file)
    p.go("/print")
    p.one("a[href^='/print?form=']").click()
    p.until("no form", lambda: p.all("section.form table") or "没有" in p.one("main").text)
    p.picture("form")
    pack(p, file)


def type_row(p, want):
    """Types a row from its first cell on: column → text."""
    heads = p.js("return Array.from(document.querySelectorAll('.sheet thead th')).map(function(e){return e.firstChild.textContent.split('(')[0]})")[1:]
    for place in range(max(heads.index(word) for word in want) + 1):
        if heads[place] in want:
            p.keys(want[heads[place]])
        p.keys(Keys.TAB)
    p.until("the row is not written", lambda: "已写入" in p.said())


def figures(p):
    """A figure leads to where it comes from; what does not fit together is listed."""
    p.go("/report")
    assert "一校一册" in p.one("main h1").text
    p.one("table td a[href^='#x']").click()
    assert p.js("return location.hash").startswith("#x"), "a figure does not lead to where it comes from"
    p.go("/check")
    assert "错误" in p.one("main p").text


def mend(p):
    """A problem of the list is worked on, sent to be verified without evidence, then with it."""
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
    p.drop("[data-upload]", p.write("验收单.txt", "已验收\n"))
    p.until("the evidence is not attached", lambda: any("验收单.txt" in e.text for e in p.all("main table")))
    p.one("button[value=submit]").click()
    p.until("it is not submitted", lambda: "待核验" in p.one("main h1").text)
    p.picture("entry")


def bureau_answers(p, file):
    """What the bureau sent back is dropped, tried and merged; its opinion is answered."""
    county, back = os.path.join(p.folder, "县.db"), os.path.join(p.folder, "下发")
    code = json.loads(yice("list", file, "学校", "--json"))[0]["org_code"]
    yice("new", county, "--role", "county", "--org", "330100", "--name", "县局", "--year", "2022")
    yice("merge", county, file)
    yice("opinion", county, "教师", f"{code}/2022/T9", "最高学历", "--judge", "疑问", "--text", "请补学历证书")
    yice("issue", county, "--to", back)
    p.go("/send")
    p.drop("[data-upload]", *glob.glob(back + "/*.db"))
    p.until("the trial is not shown", lambda: "还没有写入" in p.one("main").text)
    p.one("button.main").click()
    p.until("it is not merged", lambda: "已合并" in p.one("main").text)
    p.go("/")
    p.until("the opinion is not on the list", lambda: any("意见" in e.text for e in p.all(".doing a")))
    next(e for e in p.all(".doing a") if "意见" in e.text).click()
    p.until("the opinion is not shown", lambda: "请补学历证书" in p.one("main").text)
    p.one("main input[name=text]").send_keys("证书已补")
    p.one("button[value=reply]").click()
    p.until("the answer is not shown", lambda: "证书已补" in p.one("main table").text)


def pack(p, file):
    """The one file that is sent is saved, and is the whole file."""
    p.downloads()
    p.go("/send")
    p.one("button[value=pack]").click()
    packed = p.until("nothing is saved", lambda: glob.glob(os.path.join(p.folder, "saved", "*.db")))[0]
    teachers = [len(json.loads(yice("list", path, "教师", "--json"))) for path in (file, packed)]
    equal(teachers[0], teachers[1], "teachers in the packed file")


def september(p, file):
    """The next year is opened, and taken back."""
    p.go("/tables")
    p.one("form[action='/year'] button").click()
    p.driver.switch_to.alert.accept()
    p.until("the year is not opened", lambda: "2023—2024学年已开启" in p.one("main").text)
    assert "2023—2024" in p.one(".whose").text
    p.go("/table/class_roll")
    p.until("the class did not move up", lambda: p.js("return document.querySelector('[data-ready]') != null") and p.cell(0, p.column("年级")) == "4")
    p.one("#undo button").click()
    p.until("the year is not taken back", lambda: "2022—2023" in p.one(".whose").text or p.go("/"))
