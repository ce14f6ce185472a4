#!/usr/bin/env python3
"""Writes the old and the locked workbook of this folder, which tests read.

  教师名册.xls   Excel 97: merged headings, dates, a hidden row, a hidden sheet, an error, formulas
  有密码.xlsx    a workbook with an opening password (一册2022)

Needs xlwt, openpyxl and msoffcrypto-tool: python3 samples/workbooks/generate.py
Every name is made up.
"""

import datetime
import io
import pathlib

import msoffcrypto.format.ooxml
import xlwt
from openpyxl import Workbook

HERE = pathlib.Path(__file__).resolve().parent


def old():
    book = xlwt.Workbook(encoding="gbk")
    sheet = book.add_sheet("教师")
    sheet.write_merge(0, 0, 0, 6, "石桥乡中心小学教师名册")
    sheet.write(1, 0, "填报单位：石桥乡中心小学")
    for column, text in enumerate(["教师编号", "姓名"]):
        sheet.write_merge(2, 3, column, column, text)
    sheet.write_merge(2, 2, 2, 3, "任教情况")
    sheet.write(3, 2, "任教学段")
    sheet.write(3, 3, "任教学科")
    for column, text in enumerate(["五年培训学时", "专任教师", "入职日期"], 4):
        sheet.write_merge(2, 3, column, column, text)
    day = xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"')
    for row, (number, name, subject, hours, since) in enumerate([
        ("T001", "王　芳", "语文", 360, datetime.date(1998, 9, 1)),
        ("T002", "𠮷田", "数学", 72.5, datetime.date(2011, 8, 31)),
        ("T003", "李　娜", "体育", 0.1 + 0.2, datetime.date(2020, 2, 29)),
    ], 4):
        sheet.write(row, 0, number)
        sheet.write(row, 1, name)
        sheet.write(row, 2, "小学")
        sheet.write(row, 3, subject)
        sheet.write(row, 4, hours)
        sheet.write(row, 5, True)
        sheet.write(row, 6, since, day)
    sheet.row(5).hidden = True
    sheet.write(7, 0, "T004")
    sheet.row(7).set_cell_error(4, 0x2A)
    sheet.write(7, 9, "远")
    other = book.add_sheet("旧表")
    other.write(0, 0, "旧")
    other.visibility = 1
    many = book.add_sheet("长文字")
    for row in range(400):
        many.write(row, 0, "第%d行" % row + "文字" * (row % 40))
        many.write(row, 1, row)
        many.write(row, 2, row * 2)
    book.save(str(HERE / "教师名册.xls"))


def locked():
    book = Workbook()
    book.active["A1"] = "教师编号"
    plain = io.BytesIO()
    book.save(plain)
    plain.seek(0)
    with open(HERE / "有密码.xlsx", "wb") as target:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("一册2022", target)


if __name__ == "__main__":
    old()
    locked()
