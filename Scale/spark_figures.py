"""Spark, for many machines: one task a county, which runs the same SQL in DuckDB or DataFusion; what crosses counties is Spark
SQL. The hand-over and the results lie where every machine sees them under one path.

The county's own chain as Spark SQL was tried and left: right, but many times slower than one engine in one task."""

import os
import pathlib
import sys

import engine as engines
import results
from areas import SQL, area_rows
from statements import statements

HERE = pathlib.Path(__file__).resolve().parent
LEVELS = ["city", "province", "country"]

# As areas.distributions says it.
DISTRIBUTIONS = """
SELECT l.level, l.area, c.stage, c.indicator, count(c.cv) AS counties, sum(CASE WHEN c.within = 0 THEN 1 ELSE 0 END) AS over,
  percentile(c.cv, array(0.0, 0.25, 0.5, 0.75, 1.0)) AS points
FROM county_figure AS c
JOIN area AS l ON l.county = c.county AND l.level IN ('province', 'country')
GROUP BY l.level, l.area, c.stage, c.indicator
HAVING count(c.cv) > 0
ORDER BY l.level, l.area, c.stage, c.indicator
"""

_engine = None


def county_task(task):
    """In an executor: one county's values, schools and figures."""
    global _engine
    name, root, county, out, with_file = task
    from chain import Chain
    import database
    from handover import Handover

    if _engine is None:
        _engine = engines.make(name, threads=1)
    _engine.clear()
    handover = Handover(root)
    chain = Chain(_engine, handover, handover.counties[county]["rules"], [county])
    figures = list(results.county_rows(chain.county_figures()))
    if with_file:
        folder = pathlib.Path(out) / "db"
        folder.mkdir(exist_ok=True)
        database.write(_engine, handover, county, folder / f"{county}.db")
    return chain.values(), chain.schools(), figures


def session(master):
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise engines.Unavailable("没有装 PySpark：运行 Scale/install --spark，并装上 Java 17。") from None
    # The executors' Python: this one, where the machines have it at the same place.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        return (
            SparkSession.builder.master(master).appName("yice")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "8").config("spark.sql.ansi.enabled", "true")
            .config("spark.log.level", "ERROR").config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1" if master.startswith("local") else "").getOrCreate()
        )
    except Exception as error:
        raise engines.Unavailable(f"Spark 没有启动（要有 Java 17）：{str(error).splitlines()[0]}") from None


def work(wanted, counties, out):
    spark = session(wanted.master)
    try:
        context = spark.sparkContext
        for path in [*HERE.glob("*.py"), *HERE.glob("*.sql")]:
            (context.addPyFile if path.suffix == ".py" else context.addFile)(str(path))
        root = str(pathlib.Path(wanted.handover).resolve())
        tasks = [(wanted.inside, root, county, str(out.resolve()), wanted.db) for county in counties]
        found = context.parallelize(tasks, len(tasks)).map(county_task).cache()
        values = spark.createDataFrame(
            found.flatMap(lambda f: f[0]),
            "county string, org_code string, stage string, indicator string, per bigint, pupils bigint, amount double,"
            " value double, met boolean, near boolean, relaxed_value double, relaxed_met boolean, relaxed_near boolean",
        )
        results.write(out / "values.csv", results.VALUES, values.toLocalIterator())
        schools = sorted(found.flatMap(lambda f: f[1]).toLocalIterator())
        results.write(out / "schools.csv", results.SCHOOLS, schools)
        figures = sorted(found.flatMap(lambda f: f[2]).toLocalIterator(), key=lambda f: f[:2])
        results.write(out / "counties.csv", results.COUNTIES, figures)
        values.createOrReplaceTempView("area_value")
        spark.createDataFrame(
            area_rows(counties, LEVELS), "level string, area string, county string"
        ).createOrReplaceTempView("area")
        spark.createDataFrame(
            [(f[0], f[1], f[5], f[7], None if f[10] is None else int(f[10])) for f in figures],
            "county string, stage string, indicator string, cv double, within int",
        ).createOrReplaceTempView("county_figure")
        rows = spark.sql(statements(SQL)[0]).collect()
        results.write(out / "areas.csv", results.AREAS, rows)
        spreads = [(*row[:-1], *row[-1]) for row in spark.sql(DISTRIBUTIONS).collect()]
        results.write(out / "distributions.csv", results.SPREADS, spreads)
    finally:
        spark.stop()
