internal import YiceIndicators
internal import YiceStore

/// What a hand-over says to whoever opens it.
enum HandoverText {
  static let readme = """
    # 移交给计算引擎的数据

    由 `yice handover`（移交）写成。里面是算七项资源配置指标要用的行，一个县一个文件夹；姓名、电话、教师编号、备注没有带出来。
    同样的 SQL、同样的规则，在 DuckDB、DataFusion、PostgreSQL、Spark 上算出的每个数与 `yice indicators` 相同（相对误差 1e-12 以内），结论完全相同。

    | 在哪里 | 是什么 |
    |---|---|
    | `manifest.json` | 有哪些县、多少行，每个文件的 SHA-256 |
    | `schema.sql` | 各表的列（各引擎通用的写法） |
    | `counties/县代码/表.csv.gz` | 各表的行：文字都有引号，没有填的（NULL）什么也不写 |
    | `counties/县代码/school、scope、relaxed` | 学校、计入哪所学校（含并入）、放宽认定：由 yice 按标准定好 |
    | `rules/编号.sql、.json` | 标准：填规则表的语句；阈值、综合达标和差异系数上限 |
    | `sql/*.sql` | 计算步骤，按编号顺序运行；`95-county` 只用于一个县 |

    ## 算出来

    在源码的 `Scale/` 文件夹里：

    ```sh
    Scale/install                                   # 一次：装 Python 包（DuckDB、DataFusion、PySpark）
    Scale/figures duckdb 这个文件夹 --to 结果/        # 或 datafusion、postgres、spark
    ```

    `结果/` 里是各校、各县、市、省、全国的表（CSV），`--db` 另给每县一个 `.db`，`yice indicators`、`yice report` 能打开。
    引擎是并行的：`--jobs 8` 用八个进程；Spark 用 `--master` 写集群的地址。

    只有 DuckDB 的程序也行（各县用同一套标准时）：在这个文件夹里运行 `duckdb 结果.duckdb < duckdb.sql`，表 `segment_value` 是各校各项的值。

    ## 中断了

    再运行一次同样的 `yice handover` 命令：写好的、摘要相符的县不会重写。

    """

  /// Loads all counties and runs the SQL, by DuckDB's own program.
  static let duckdb =
    """
    -- duckdb 结果.duckdb < duckdb.sql, in this folder; for counties that all use one standard.
    .read schema.sql
    .read sql/10-inputs.sql

    """ + HandoverTable.all.filter { !$0.rows.isBureau }.map { load($0.table.name) }.joined()
    + StartingTables.schools.map { load($0.name) }.joined()
    + "-- The one file of rules/.\n.shell cat rules/*.sql > rules.sql\n.read rules.sql\n"
    + StartingTables.files.filter { $0.name != "10-inputs" && $0.name != "95-county" }
    .map { ".read sql/\($0.name).sql\n" }.joined()

  private static func load(_ table: String) -> String {
    """
    INSERT INTO \(table) SELECT * FROM read_csv('counties/*/\(table).csv.gz', header = true, all_varchar = true,
      nullstr = '', allow_quoted_nulls = false);

    """
  }
}
