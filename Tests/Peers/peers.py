#!/usr/bin/env python3
"""peers.py YICE: other programs' workbooks into yice, and yice's into them."""

import sys
import tempfile

import reading
import writing
from office import Bench, Wrong


def main(yice):
    with tempfile.TemporaryDirectory(prefix="yice-peers-") as folder:
        bench = Bench(yice, folder)
        try:
            for part in (reading, writing):
                part.check(bench)
        except Wrong as wrong:
            print(f"不符：{wrong}", file=sys.stderr)
            return 1
        if not bench.soffice:
            print("跳过 LibreOffice：没有安装（apt-get install libreoffice-calc-nogui）。LibreOffice is missing: its part was skipped.")
        print(f"openpyxl、XlsxWriter{'、LibreOffice' if bench.soffice else ''}：{bench.checks} 项相符")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
