"""Every place in every width and light."""

from browser import Keys, axe_script, equal


PLACES = ["/", "/tables", "/table/teacher", "/table/class_roll?q=1", "/table/teacher/row", "/import", "/report", "/whatif",
          "/check", "/conflicts", "/send", "/opinions", "/ledgers", "/volume", "/materials", "/oversize", "/print",
          "/print?form=%E8%87%AA%E8%AF%84%E8%A1%A8", "/history", "/nothing"]


def looks(p, file):
    """Every place at 390 and 1280, light and dark: nothing is wider than the page, nothing complains, axe finds nothing serious."""
    script = axe_script()
    p.complaints()  # of the walks before: forms that were refused on purpose
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


def zoom(p, file):
    """At 200 % of 1280: a cell is typed into, its list is inside the window, and the whole bar can be reached."""
    p.wide(640, 450, 2)
    p.grid("/table/teacher")
    education = p.column("最高学历")
    p.keys(Keys.TAB)
    p.js("document.querySelector('.editor').focus()")
    p.keys(*[Keys.ARROW_RIGHT] * education)
    p.keys("z")
    p.until("no list", lambda: p.all(".choices li"))
    inside = """var e=document.querySelector(arguments[0]).getBoundingClientRect(),b=document.querySelector('.sheet').getBoundingClientRect();
        return e.left>=b.left-1&&e.right<=b.right+1&&e.top>=b.top-1&&e.top<b.bottom"""
    assert p.js(inside, ".editor.open"), "the cell that is typed into is out of sight"
    assert p.js(inside, ".choices"), "the list is out of sight"
    p.picture("zoom")
    p.keys(Keys.ENTER)
    p.until("the choice is not written", lambda: "已写入" in p.said() and p.cell(0, education) == "专科")
    equal(p.sideways(), 0, "the page is wider than the window by")
    for place in p.all(".places a"):
        p.js("arguments[0].scrollIntoView({inline:'nearest'})", place)
        assert place.is_displayed() and place.rect["width"] > 20, "a place cannot be reached"
