"""Whole counties on other engines, against yice on the same file in the same run.

scale-2000, -20000, -200000: schools that only state their figures, 25 statements each; the largest with YICE_BENCH_FULL=1.
scale-registers: counties of 300 schools and 600,000 register rows: 2 of them, 100 with YICE_BENCH_FULL=1.
scale-growth: an engine's time a row at the largest size over the smallest. scale-handover: rows a second, beside the sqlite3
shell writing the same columns of the same file through gzip -2.

Engines' times are those of the whole script: start, loading, figures, verdicts, tables. Scale/install puts them there.
"""

import importlib.util
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess

from harness import BenchError, measure, peak_memory, verdict

ROOT = pathlib.Path(__file__).resolve().parents[2]
ENGINES = os.environ.get("YICE_ENGINES", "duckdb,datafusion,postgres").split(",")
FULL = os.environ.get("YICE_BENCH_FULL") == "1"


def neighbour(name):
    spec = importlib.util.spec_from_file_location(name, pathlib.Path(__file__).with_name(name + ".py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def county(bench, indicators, path, fill, schools, shift=0):
    """A county's file; its code is its own, and so are its schools'."""
    db = indicators.empty(bench, path)
    usual = indicators.code
    indicators.code = lambda number: f"{2100000000 + shift * 1000 + number}"
    try:
        with db:
            rows = fill(db, schools)
            if shift:
                db.execute("UPDATE file_info SET value = ? WHERE key IN ('org_code', 'county_code')", (f"{990101 + shift}",))
    finally:
        indicators.code = usual
        db.close()
    return rows


def plain_export(bench, files, handed):
    """What the hand-over does, without it: each table's columns out of the shell, packed."""
    manifest = json.loads((bench.folder / handed / "manifest.json").read_text("utf-8"))
    lines = ["set -e"]
    for file in files:
        for table in ("org", "class_roll", "teacher", "room", "ground", "equipment", "statement"):
            columns = ", ".join(manifest["tables"][table])
            lines.append(f"sqlite3 -csv {file} 'SELECT {columns} FROM {table}' | gzip -2 >peer-{table}.csv.gz")
    (bench.folder / "peer.sh").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return ["sh", "peer.sh"]


def one_size(bench, label, files, rows):
    """Answers seconds a row, by engine."""
    handover = [bench.program, "handover", *files, "--to", "handed", "--today", "2022-09-01"]

    def again():
        shutil.rmtree(bench.folder / "handed", ignore_errors=True)

    again()
    bench.run(*handover)
    ours, peer = bench.compare(handover, plain_export(bench, files, "handed"), pairs=1 if FULL else 3, prepare_ours=again)
    bench.ratio(ours, peer, "sqlite3+gzip", goal=1.0, name=f"{label}-handover")
    size = sum(path.stat().st_size for path in (bench.folder / "handed").rglob("*.gz"))
    print(f"  {rows} rows, {rows / ours.seconds / 1e6:.2f} M rows/s, {size / 1e6:.1f} MB, {ours.peak / 1e6:.0f} MB memory", flush=True)
    alone = sum(measure([bench.program, "indicators", file, "--summary", "--json"], cwd=bench.folder) for file in files)
    print(f"  yice: {alone:.2f} s", flush=True)
    times = {}
    for engine in ENGINES:
        command = [str(ROOT / "Scale/figures"), engine, "handed", "--to", f"out-{engine}"]
        done = subprocess.run(command, cwd=bench.folder, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if done.returncode and done.stderr.startswith(("没有装", "PostgreSQL 不能")):
            print(f"  {done.stderr.strip()}", flush=True)
            continue
        if done.returncode:
            raise BenchError(f"{engine}: {done.stderr[-500:]}")
        seconds = measure(command, cwd=bench.folder)
        memory = peak_memory(command, cwd=bench.folder) / 1e6 if not FULL else 0
        times[engine] = seconds / rows
        print(f"  {engine}: {seconds:.2f} s, {alone / seconds:.2f}x yice" + (f", {memory:.0f} MB" if memory else ""), flush=True)
    return times


def run(bench):
    indicators = neighbour("indicators")
    sizes = [2_000, 20_000] + ([200_000] if FULL else [])
    growth = []
    for schools in sizes:
        rows = county(bench, indicators, "stated.db", indicators.fill_statements, schools)
        growth.append(one_size(bench, f"scale-{schools}", ["stated.db"], rows))
        (bench.folder / "stated.db").unlink()
    for engine in growth[0].keys() & growth[-1].keys():
        times = growth[-1][engine] / growth[0][engine]
        print(f"bench scale-growth-{engine} ours={times:.2f} (time a row, {sizes[-1]} over {sizes[0]}) goal<=1.1"
              f" {verdict(times <= 1.1)}", flush=True)
    files = [f"county-{number}.db" for number in range(100 if FULL else 2)]
    rows = sum(county(bench, indicators, file, indicators.fill_registers, 300, shift) for shift, file in enumerate(files))
    one_size(bench, "scale-registers", files, rows)
