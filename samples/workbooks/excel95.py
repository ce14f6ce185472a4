#!/usr/bin/env python3
"""Writes 教师名册-95.xls, a workbook of Excel 5.0/95 (BIFF 5, code page 936), which tests read.

No program here writes this format with Chinese text, so the records are put together by hand, after
"OpenOffice.org's Documentation of the Microsoft Excel File Format" (sections 4 and 5) and [MS-CFB].
LibreOffice reads the file; scripts/peers compares what it shows with what yice reads. Every name is made up.
"""

import pathlib
import struct

HERE = pathlib.Path(__file__).resolve().parent
DAY, PLAIN = 17, 16


def record(kind, body=b""):
    return struct.pack("<HH", kind, len(body)) + body


def text(words):
    return words.encode("gbk")


def label(row, column, words):
    return record(0x0204, struct.pack("<4H", row, column, PLAIN, len(text(words))) + text(words))


def number(row, column, value, style=PLAIN):
    return record(0x0203, struct.pack("<3Hd", row, column, style, value))


def compact(row, column, value):
    """RK: a whole number in 30 bits."""
    return record(0x027E, struct.pack("<3HI", row, column, PLAIN, value << 2 | 2))


def boolean(row, column, value, error=0):
    return record(0x0205, struct.pack("<3H2B", row, column, PLAIN, value, error))


def formula(row, column, result, tokens):
    """A formula of numbers, or of text, whose result follows in a record of its own."""
    is_text = isinstance(result, str)
    value = struct.pack("<B5xH", 0, 0xFFFF) if is_text else struct.pack("<d", result)
    made = record(0x0006, struct.pack("<3H", row, column, PLAIN) + value + struct.pack("<HIH", 0, 0, len(tokens))
                  + tokens)
    return made + (record(0x0207, struct.pack("<H", len(text(result))) + text(result)) if is_text else b"")


def bof(kind):
    return record(0x0809, struct.pack("<4H", 0x0500, kind, 0x096C, 0x07C9))


def sheet(cells, rows, columns, hidden_row=None, hidden_column=None):
    body = bof(0x0010) + record(0x0200, struct.pack("<5H", 0, rows, 0, columns, 0))
    if hidden_column is not None:
        body += record(0x007D, struct.pack("<6H", hidden_column, hidden_column, 2560, PLAIN - 1, 1, 0))
    for row in range(rows):
        flags = 0x0100 | (0x0020 if row == hidden_row else 0)
        body += record(0x0208, struct.pack("<8H", row, 0, columns, 255, 0, 0, flags, PLAIN - 1))
    return body + b"".join(cells) + record(0x023E, struct.pack("<HHHI", 0x06B6, 0, 0, 0)) + record(0x000A)


def teachers():
    heading = ["教师编号", "姓名", "任教学段", "任教学科", "五年培训学时", "专任教师", "入职日期"]
    cells = [label(0, 0, "石桥乡中心小学教师名册"), label(1, 0, "填报单位：石桥乡中心小学")]
    cells += [label(2, column, words) for column, words in enumerate(heading)]
    # 2022-09-01 is day 44805, 1998-09-01 day 36039, 2020-02-29 day 43890.
    for row, (no, name, hours, since) in enumerate(
            [("T001", "王　芳", compact(3, 4, 360), 36039), ("T002", "欧阳娜娜", number(4, 4, 72.5), 44805),
             ("T003", "李娜", formula(5, 4, 3.5, b"\x1e\x07\x00\x1e\x02\x00\x06"), 43890)], 3):
        subject = text("数学")
        cells += [label(row, 0, no), label(row, 1, name), label(row, 2, "小学"),
                  formula(row, 3, "数学", b"\x17" + bytes([len(subject)]) + subject), hours,
                  boolean(row, 5, 1), number(row, 6, since, DAY)]
    cells += [label(6, 0, "T004"), label(6, 1, "赵强"), boolean(6, 4, 0x2A, error=1)]
    return sheet(cells, 7, 7, hidden_row=4, hidden_column=3)


def workbook():
    font = text("宋体")
    before = bof(0x0005) + record(0x0042, struct.pack("<H", 936)) + record(0x0022, struct.pack("<H", 0))
    before += record(0x0031, struct.pack("<5H4B", 200, 0, 0x7FFF, 400, 0, 0, 0, 134, 0) + bytes([len(font)]) + font) * 5
    day = text('yyyy"年"m"月"d"日"')
    before += record(0x041E, struct.pack("<HB", 164, len(day)) + day)
    # Fifteen styles, one for cells without one, one plain, one of days.
    for place in range(18):
        flags = 0xFFF5 if place < 15 else 0x0001
        before += record(0x00E0, struct.pack("<4H8x", 0, 164 if place == DAY else 0, flags, 0x0020))
    before += record(0x0293, struct.pack("<HBB", 0x8000, 0, 0xFF))
    sheets = [("教师", 0, teachers()), ("旧表", 1, sheet([label(0, 0, "旧")], 1, 1))]
    offset = len(before) + sum(11 + len(text(name)) for name, _, _ in sheets) + 4
    tabs = b""
    for name, hidden, body in sheets:
        tabs += record(0x0085, struct.pack("<I3B", offset, hidden, 0, len(text(name))) + text(name))
        offset += len(body)
    return before + tabs + record(0x000A) + b"".join(body for _, _, body in sheets)


def compound(stream):
    """One stream named Book in a container with sectors of 512 bytes."""
    size = max(4096, len(stream))
    stream = stream.ljust(-(-size // 512) * 512, b"\0")
    count = len(stream) // 512
    fat = [0xFFFFFFFD, 0xFFFFFFFE] + [sector + 1 for sector in range(2, count + 1)] + [0xFFFFFFFE]
    fat += [0xFFFFFFFF] * (128 - len(fat))
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    head += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6) + struct.pack("<9I", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)

    def entry(name, kind, child, start, length):
        words = name.encode("utf-16-le")
        return (words.ljust(64, b"\0") + struct.pack("<HBB3I", len(words) + 2 if words else 0, kind, 1, 0xFFFFFFFF,
                0xFFFFFFFF, child) + bytes(36) + struct.pack("<IQ", start, length))

    folder = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry("Book", 2, 0xFFFFFFFF, 2, size)
    folder += entry("", 0, 0xFFFFFFFF, 0, 0) * 2
    return head + struct.pack("<128I", *fat) + folder + stream


if __name__ == "__main__":
    (HERE / "教师名册-95.xls").write_bytes(compound(workbook()))
