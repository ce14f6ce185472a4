#!/usr/bin/env python3
"""The figures of a hand-over, worked out by another engine."""

import argparse
import concurrent.futures
import json
import pathlib
import shutil
import sys
import time

import areas
import database
import engine as engines
import results
from chain import Chain
from handover import Damaged, Handover

# Rows worked out at once: about 2 GB in the engines tried.
BATCH = 20_000_000


def main():
    wanted = arguments()
    handover = Handover(wanted.handover)
    counties = wanted.county or list(handover.counties)
    unknown = [county for county in counties if county not in handover.counties]
    if unknown:
        raise Damaged(f"移交里没有县 {'、'.join(unknown)}。")
    if wanted.check:
        for county in counties:
            handover.check(county)
    out = pathlib.Path(wanted.to)
    out.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    if wanted.engine == "spark":
        import spark_figures

        spark_figures.work(wanted, counties, out)
    else:
        work(wanted, handover, counties, out)
    print(
        json.dumps(
            {"engine": wanted.engine, "counties": len(counties), "schools": handover.manifest["schools"],
             "rows": sum(handover.counties[c]["rows"] for c in counties),
             "seconds": round(time.monotonic() - started, 2)}
        )
    )


def arguments():
    parser = argparse.ArgumentParser(prog="Scale/figures", description="用别的引擎算移交来的县的指标。")
    parser.add_argument("engine", choices=["duckdb", "datafusion", "postgres", "spark"], help="引擎")
    parser.add_argument("handover", help="yice handover 写成的文件夹")
    parser.add_argument("--to", required=True, help="结果写到哪个文件夹")
    parser.add_argument("--county", action="append", help="只算这个县（代码），可写多次")
    parser.add_argument("--db", action="store_true", help="另给每县一个 .db，yice indicators、yice report 能打开")
    parser.add_argument("--check", action="store_true", help="先核对每个文件的摘要")
    parser.add_argument("--jobs", type=int, default=1, help="用几个进程")
    parser.add_argument("--threads", type=int, help="每个进程用几个线程")
    parser.add_argument("--batch", type=int, default=BATCH, help="一次算多少行")
    parser.add_argument("--inside", choices=["duckdb", "datafusion"], default="duckdb", help="Spark 的任务里用哪个引擎")
    parser.add_argument("--master", default="local[*]", help="Spark 集群的地址")
    return parser.parse_args()


def work(wanted, handover, counties, out):
    parts = out / ".parts"
    shutil.rmtree(parts, ignore_errors=True)
    parts.mkdir()
    tasks = [
        (wanted.engine, wanted.threads, wanted.handover, key, batch, str(parts / f"{index:05}"), str(out), wanted.db)
        for index, (key, batch) in enumerate(handover.batches(counties, wanted.batch))
    ]
    engine = engines.make(wanted.engine, threads=wanted.threads)
    try:
        if wanted.jobs > 1 and len(tasks) > 1:
            with concurrent.futures.ProcessPoolExecutor(wanted.jobs) as pool:
                list(pool.map(batch_alone, tasks))
        else:
            for task in tasks:
                batch_on(engine, task)
        for name in ("values", "schools", "counties"):
            results.join(sorted(parts.glob(f"*-{name}.csv")), out / f"{name}.csv")
        cross(engine, counties, out)
    finally:
        engine.close()
    shutil.rmtree(parts)


def batch_alone(task):
    engine = engines.make(task[0], threads=task[1])
    try:
        batch_on(engine, task)
    finally:
        engine.close()


def batch_on(engine, task):
    _, _, root, key, counties, part, out, with_files = task
    engine.clear()
    handover = Handover(root)
    chain = Chain(engine, handover, key, counties)
    results.write(part + "-values.csv", results.VALUES, chain.values())
    results.write(part + "-schools.csv", results.SCHOOLS, chain.schools())
    results.write(part + "-counties.csv", results.COUNTIES, results.county_rows(chain.county_figures()))
    if with_files:
        folder = pathlib.Path(out) / "db"
        folder.mkdir(exist_ok=True)
        for county in counties:
            database.write(engine, handover, county, folder / f"{county}.db")


def cross(engine, counties, out):
    """What crosses counties."""
    engine.clear()
    columns = list(zip(results.VALUES, results.VALUE_TYPES))
    lines = ", ".join(f"{name} {kind}" for name, kind in columns)
    engine.run(f"CREATE TABLE result_value ({lines});" + areas.VALUES)
    engine.load("result_value", columns, [str(out / "values.csv")])
    engine.run(areas.FROM.format("result_value"))
    rows = areas.spread(engine, counties, ["city", "province", "country"])
    results.write(out / "areas.csv", results.AREAS, rows)
    write_distributions(out)


def write_distributions(out):
    figures = [
        (r["county"], r["stage"], r["indicator"], float(r["cv"]) if r["cv"] else None,
         {"": None, "0": False, "1": True}[r["within"]])
        for r in results.read(out / "counties.csv")
    ]
    results.write(out / "distributions.csv", results.SPREADS, areas.distributions(figures))


if __name__ == "__main__":
    try:
        main()
    except (Damaged, engines.Unavailable) as error:
        sys.exit(str(error))
