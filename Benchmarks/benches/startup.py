"""How long the program needs to say its help, against the sqlite3 shell saying its version: as built here, and as it is
packed by `make package`, with its C libraries inside, which is what people install."""

import os
import pathlib

PACKED = pathlib.Path(__file__).resolve().parents[2] / ".build/package/yice"


def run(bench):
    ours, peer = start(bench, bench.program)
    bench.ratio(ours, peer, "sqlite3", goal=3)
    bench.memory(ours)
    if not PACKED.exists():
        print("  the packed program left out: make package makes it", flush=True)
        return
    ours, peer = start(bench, PACKED)
    bench.ratio(ours, peer, "sqlite3", goal=2.2, name=f"{bench.name}-packed")
    print(f"  size={os.path.getsize(PACKED) / 1e6:.1f} MB", flush=True)


def start(bench, program):
    # A run takes milliseconds.
    return bench.compare([program, "--help"], ["sqlite3", "--version"], pairs=40)
