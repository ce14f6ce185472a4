#!/usr/bin/env python3
"""Runs every statement of a folder's .sql files, in the order of their names, on engines: every_statement.py FOLDER duckdb,…"""

import pathlib
import sys

import engine as engines
from statements import statements


def main(folder, names):
    failed = 0
    for name in names.split(","):
        if name == "spark":
            continue
        try:
            engine = engines.make(name)
        except engines.Unavailable as word:
            print(word)
            continue
        count = 0
        try:
            for path in sorted(pathlib.Path(folder).glob("*.sql")):
                for statement in statements(path.read_text("utf-8")):
                    try:
                        engine.execute(statement)
                        count += 1
                    except Exception as error:
                        failed += 1
                        print(f"{name} {path.name}: {str(error)[:400]}\n{statement[:300]}", file=sys.stderr)
        finally:
            engine.close()
        print(f"{name}: {count}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
