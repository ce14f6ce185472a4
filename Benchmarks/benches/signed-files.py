"""Packing a school's file of about 2,000 rows, and merging files like it, signed against unsigned: the same program on both sides."""

import os
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import county

FILES = int(os.environ.get("YICE_BENCH_SIGNED", "20"))


def run(bench):
    folder = pathlib.Path(bench.folder)
    (folder / "signed").mkdir()
    (folder / "plain").mkdir()
    bench.run(bench.program, "new", "empty.db", "--role", "county", "--org", "990101", "--name", "示例县", "--year", "2022")
    shutil.copyfile(folder / "empty.db", folder / "trusting.db")
    signed, plain = [], []
    for number in range(FILES):
        code = f"21{990000 + number:08d}"
        path, key = folder / f"{code}.db", folder / f"{code}.key"
        county.make_school(bench.program, path, code, teachers=120, rooms=80, equipment=1760, classes=40)
        bench.run(bench.program, "key", "new", str(path), "-o", str(key), "--no-passphrase")
        bench.run(bench.program, "key", "trust", "trusting.db", str(folder / f"{code}.pub"), "--yes")
        for place, paths, options in [("signed", signed, ["--key", str(key)]), ("plain", plain, ["--no-sign"])]:
            target = str(folder / place / f"{code}.db")
            bench.run(bench.program, "pack", str(path), "-o", target, *options)
            paths.append(target)

    school, key = str(folder / "2100990000.db"), str(folder / "2100990000.key")
    ours, peer = bench.compare(
        [bench.program, "pack", school, "-o", "a.db", "--force", "--key", key],
        [bench.program, "pack", school, "-o", "b.db", "--force", "--no-sign"], pairs=20)
    bench.ratio(ours, peer, "unsigned", goal=1.05, name="pack-signed")

    ours, peer = bench.compare(
        [bench.program, "merge", "ours.db", *signed], [bench.program, "merge", "peer.db", *plain], pairs=10,
        prepare_ours=lambda: shutil.copyfile(folder / "trusting.db", folder / "ours.db"),
        prepare_peer=lambda: shutil.copyfile(folder / "empty.db", folder / "peer.db"))
    bench.ratio(ours, peer, "unsigned", goal=1.05, name="merge-signed")
