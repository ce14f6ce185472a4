"""What persons do in the page: walk.py FOLDER SCHOOL COUNTY [WALK …], the addresses of a school's and a county's page.

One browser walks through all; each walk begins with one tab at the first page of its file. Says of each how long it took,
and ends with 1 where something was otherwise than it should be.
"""

import os
import sys
import time
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True

from browser import Person  # noqa: E402
from walks import bureau, grid, keyboard, looks, school, sheets  # noqa: E402

# In this order: a school's year begins where the teachers stand and nothing else, and ends with the next year.
WALKS = [
    ("keys", "school", grid.keys), ("list", "school", grid.choices), ("blocks", "school", grid.blocks),
    ("clash", "school", grid.clash), ("renumber", "school", grid.renumber), ("evidence", "school", grid.evidence),
    ("sheets", "school", sheets.sheets),
    ("school", "school", school.year), ("keyboard", "school", keyboard.school), ("looks", "school", looks.looks),
    ("zoom", "school", looks.zoom), ("september", "school", school.september),
    ("bureau", "county", bureau.year), ("keyboard-bureau", "county", keyboard.bureau),
]


def main(folder, school_address, county_address, *wanted):
    person = Person(school_address, folder)
    person.enter(county_address, "county")
    failed = False
    for name, side, walk in WALKS:
        if wanted and name not in wanted:
            continue
        began = time.time()
        try:
            person.begin(side)
            walk(person, os.environ["YICE_FILE" if side == "school" else "YICE_COUNTY"])
            print(f"{name}: {time.time() - began:.1f} s", flush=True)
        except Exception:
            failed = True
            person.picture(f"failed-{name}")
            print(f"{name}: {traceback.format_exc()}", file=sys.stderr, flush=True)
    person.close()
    sys.exit(failed)


if __name__ == "__main__":
    main(*sys.argv[1:])
