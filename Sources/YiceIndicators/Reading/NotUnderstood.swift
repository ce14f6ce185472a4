internal import GRDB
internal import YiceModel
internal import YiceStore

/// Rows of a school's register whose text in a column decides nothing, because it is none of the column's words and of the
/// standard's. Decision 0176.
struct NotUnderstood {
  let orgCode: String
  let table: CatalogTable
  let column: CatalogColumn
  let count: Int
  /// The first of them, as they are written.
  let texts: [String]

  /// 「“教师”有 2 行的“任教学科”（音体美、体育/美术）没有认出是哪一门，…：yice set 文件 教师 --where 任教学科=音体美 任教学科=…」
  var words: String {
    let shown = texts.prefix(3).joined(separator: "、") + (texts.count > 3 ? " 等" : "")
    let first = texts.first ?? ""
    // Written by a version that did not understand it.
    let meant = column.vocabulary?.word(first) ?? "…"
    return "“\(table.label)”有 \(count) 行的“\(column.label)”（\(shown)）\(column.vocabulary?.advice ?? "")："
      + "yice set 文件 \(table.label) --where \(column.label)=\(first) \(column.label)=\(meant)"
  }
}

extension NotUnderstood {
  /// Of the year worked out, by school and column; rows that no figure is read from, as those of 幼儿 and 高中, are none
  /// of them.
  /// - Throws: `DatabaseError`.
  static func all(_ db: Database) throws -> [NotUnderstood] {
    try UnderstoodWords.all.flatMap { understood -> [NotUnderstood] in
      let table = understood.table
      guard let column = table.column(understood.column),
        let widest = ElementReading.of(register: table.name).first
      else { return [] }
      let stages = Stage.compulsory.map { ReadingCondition.quoted($0.rawValue) }.joined(separator: ", ")
      let ofStage = table.column("stage") == nil ? [] : ["n.stage IN (\(stages))"]
      let counts = (widest.conditions.map { $0.sql("n.") } + ofStage).joined(separator: " AND ")
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT s.org_code, n.\(column.name) AS text, count(*) AS cases
          FROM scope AS s
          CROSS JOIN chosen_year AS y
          JOIN \(table.name) AS n ON n.org_code = s.org_code AND n.school_year = y.school_year
          LEFT JOIN \(understood.joined("n."))
          WHERE \(counts) AND n.\(column.name) IS NOT NULL AND NOT \(UnderstoodWords.holds)
          GROUP BY s.org_code, n.\(column.name) ORDER BY s.org_code, n.\(column.name)
          """)
      return Dictionary(grouping: rows) { $0["org_code"] as String }.sorted { $0.key < $1.key }.map {
        NotUnderstood(
          orgCode: $0.key, table: table, column: column,
          count: $0.value.reduce(0) { $0 + ($1["cases"] as Int) }, texts: $0.value.map { $0["text"] })
      }
    }
  }
}
