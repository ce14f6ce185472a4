"""yice reads what openpyxl, XlsxWriter and LibreOffice write."""

import datetime
import pathlib
import re
import shutil

import openpyxl
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from office import csv_rows

TABLE = "平安校园"
LABELS = ["学年", "检查项", "检查日期", "是否达到", "数量", "检查人", "备注"]
# 数量 is a formula where the writer can; a text that begins with 0, one with a line break, one beyond 16 bits.
ROWS = [
    (2022, "专职保安员配备", datetime.date(2022, 9, 1), True, 3.5, "张　明", "0012"),
    (2022, "封闭化管理", datetime.date(2023, 2, 28), False, 0.1, "李娜", "第一行\n第二行"),
    (2022, "护学岗", datetime.date(2020, 2, 29), True, 120000, "欧阳娜娜", "𠮷田路 <校门> & “东”"),
    (2022, "一键报警和视频监控联网", datetime.date(1999, 12, 31), True, None, None, "=不是公式"),
]
WANTED = sorted(
    [item, day.isoformat(), met, number, person and person.replace("　", ""), note]
    for _, item, day, met, number, person, note in ROWS)
COLUMNS = ["item", "checked_on", "met", "quantity", "checked_by", "note"]


def by_openpyxl(path, mac=False, day='yyyy"年"m"月"d"日"'):
    """Merged headings below title lines, a code line, a hidden row, column and sheet; shared strings."""
    book = openpyxl.Workbook()
    if mac:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "检查表"
    sheet["A1"] = "示例县平安校园检查表"
    sheet.merge_cells("A1:G1")
    sheet["A2"] = "填报单位：示例小学"
    for column, label in enumerate(LABELS, 1):
        if label in ("检查人", "备注"):
            sheet.cell(3, column, "其他" if label == "检查人" else None)
            sheet.cell(4, column, label)
        else:
            sheet.cell(3, column, label)
            sheet.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)
    sheet.merge_cells("F3:G3")
    for column, code in enumerate(["甲", "乙", "丙", 1, 2, 3, 4], 1):
        sheet.cell(5, column, code)
    for row, values in enumerate(ROWS, 6):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row, column, value)
            if isinstance(value, datetime.date):
                cell.number_format = day
            if isinstance(value, str):
                cell.data_type = "s"
    sheet.cell(10, 1, "填报人：测试")
    sheet.row_dimensions[7].hidden = True
    sheet.column_dimensions["E"].hidden = True
    old = book.create_sheet("旧数据")
    old["A1"] = "检查项"
    old.sheet_state = "hidden"
    book.save(path)


def by_xlsxwriter(path, inline=False, mac=False, texts=True):
    """Results of formulas; inline strings in constant memory; other number formats."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": inline, "date_1904": mac})
    sheet = book.add_worksheet("检查表")
    day = book.add_format({"num_format": 14})
    amount = book.add_format({"num_format": "#,##0.00"})
    for column, label in enumerate(LABELS):
        sheet.write_string(0, column, label)
    for row, values in enumerate(ROWS, 1):
        # In constant memory a row is gone once the next one begins.
        if row == 2:
            sheet.set_row(row, None, None, {"hidden": True})
        for column, value in enumerate(values):
            if value is None:
                sheet.write_blank(row, column, None, amount)
            elif isinstance(value, bool):
                sheet.write_formula(row, column, "=1=1" if value else "=1=0", None, value)
            elif isinstance(value, datetime.date):
                sheet.write_datetime(row, column, datetime.datetime.combine(value, datetime.time()), day)
            elif column == 4:
                sheet.write_formula(row, column, f"={value}*1", amount, value)
            elif isinstance(value, str) and column == 1 and texts:
                sheet.write_formula(row, column, f'="{value}"', None, value)
            elif isinstance(value, str):
                sheet.write_string(row, column, value)
            else:
                sheet.write_number(row, column, value)
    sheet.set_column(6, 6, 20, None, {"hidden": True})
    book.add_worksheet("旧数据").hide()
    book.close()


def read(bench, name, says=(), more=()):
    """Imports a sheet and compares every row; `says` must stand in what is told."""
    bench.school()
    told = bench.run("import", "校.db", TABLE, name, *more).stderr
    for word in says:
        bench.same(f"{name} tells {word}", word in told, True)
    got = sorted([row[column] for column in COLUMNS] for row in bench.rows(TABLE))
    bench.same(name, sorted(got, key=str), sorted(WANTED, key=str))


def check(bench):
    hidden = ["1 行是隐藏的", "1 列是隐藏的", "“旧数据”（隐藏）"]
    for mac in (False, True):
        name = f"openpyxl{'-1904' if mac else ''}.xlsx"
        by_openpyxl(bench.path(name), mac)
        read(bench, name, [*hidden, "表头在第 3–4 行", "“数量”（E 列）"])
        for inline in (False, True):
            name = f"XlsxWriter{'-inline' if inline else ''}{'-1904' if mac else ''}.xlsx"
            by_xlsxwriter(bench.path(name), inline, mac)
            read(bench, name, [*hidden, "“备注”（G 列）"])
    uncalculated(bench)
    if bench.soffice:
        by_libreoffice(bench)


def uncalculated(bench):
    """openpyxl writes formulas without results: no figure, so the sheet is refused."""
    by_openpyxl(bench.path("formula.xlsx"))
    book = openpyxl.load_workbook(bench.path("formula.xlsx"))
    book.worksheets[0]["E6"] = "=7/2"
    book.save(bench.path("formula.xlsx"))
    bench.school()
    told = bench.run("import", "校.db", TABLE, "formula.xlsx", status=1).stderr
    bench.same("formula without a result", "公式还没有算出结果" in told, True)
    bench.same("nothing was written", bench.rows(TABLE), [])


def by_libreoffice(bench):
    """The same two workbooks in all formats that LibreOffice writes and yice reads."""
    # Without formulas of text: LibreOffice writes those that it has not worked out itself into .xls as plain 0.
    by_xlsxwriter(bench.path("a.xlsx"), texts=False)
    by_xlsxwriter(bench.path("a-1904.xlsx"), mac=True, texts=False)
    sources = ["openpyxl.xlsx", "a.xlsx", "a-1904.xlsx"]
    told = ["1 行是隐藏的", "1 列是隐藏的"]
    for kind, folder in (("xlsx:Calc MS Excel 2007 XML", "lo-xlsx"), ("xls:MS Excel 97", "lo-xls")):
        for made in bench.convert(sources, kind, folder):
            read(bench, made.relative_to(bench.folder), told)
    # 76 is UTF-8, 85 GB18030; 44 a comma, 9 a tab.
    by_openpyxl(bench.path("text.xlsx"), day="yyyy.m.d")
    for name, delimiter, encoding in (("utf8", 44, 76), ("gb18030", 44, 85), ("tab", 9, 76)):
        kind = f"csv:Text - txt - csv (StarCalc):{delimiter},34,{encoding},1,,0,false,false,true,false,false,1"
        for made in bench.convert(["text.xlsx"], kind, f"lo-{name}"):
            read(bench, made.relative_to(bench.folder))
    # LibreOffice works the formula out that openpyxl left without a result.
    for made in bench.convert(["formula.xlsx"], "xlsx:Calc MS Excel 2007 XML", "lo-formula"):
        read(bench, made.relative_to(bench.folder))
    excel95(bench)


def excel95(bench):
    """Our sample of Excel 95 is what LibreOffice takes it for: what yice reads stands in the sheet it marks."""
    sample = pathlib.Path(__file__).resolve().parents[2] / "samples/workbooks/教师名册-95.xls"
    shutil.copy(sample, bench.path("95.xls"))
    kind = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,1"
    theirs = csv_rows(bench.convert(["95.xls"], kind, "lo-95")[0])
    bench.school()
    bench.run("import", "校.db", "教师", "95.xls", "--strict", "--errors", "95.xlsx", status=1)
    rows = openpyxl.load_workbook(bench.path("95.xlsx")).worksheets[0].iter_rows(values_only=True)

    def plain(cell):
        words = "" if cell is None else {"TRUE": "1"}.get(cell, cell)
        day = re.fullmatch("([0-9]{4})年([0-9]+)月([0-9]+)日", words)
        return "{}-{:0>2}-{:0>2}".format(*day.groups()) if day else words

    bench.same("95.xls", [[plain(cell) for cell in row] for row in rows],
               [[plain(cell) for cell in row] for row in theirs])
