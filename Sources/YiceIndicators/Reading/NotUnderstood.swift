internal import GRDB
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

  /// 「（音体美、体育/美术 等）没有认出是哪一门，…：yice set …」
  var advice: String {
    let shown = texts.prefix(3).joined(separator: "、") + (texts.count > 3 ? " 等" : "")
    return "（\(shown)）\(column.vocabulary?.advice ?? "")：yice set 文件 \(table.label) --where "
      + "\(column.label)=\(texts.first ?? "…") \(column.label)=…"
  }
}

extension ElementReading {
  /// Of the year worked out, by school, register and column; rows that no figure is read from are none of them.
  /// - Throws: `DatabaseError`.
  static func notUnderstood(_ db: Database) throws -> [NotUnderstood] {
    try registers.flatMap { register -> [NotUnderstood] in
      guard let table = TableCatalog.table(register), let widest = of(register: register).first else {
        return []
      }
      return try table.columns.filter { $0.vocabulary != nil }.flatMap { column in
        let words = column.vocabulary?.words.map(ReadingCondition.quoted).joined(separator: ", ") ?? ""
        let counts = widest.conditions.map { $0.sql("n.") } + ["n.\(column.name) IS NOT NULL"]
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT s.org_code, n.\(column.name) AS text, count(*) AS cases FROM scope AS s CROSS JOIN chosen_year AS y
            JOIN \(register) AS n ON n.org_code = s.org_code AND n.school_year = y.school_year
            WHERE \(counts.joined(separator: " AND ")) AND n.\(column.name) NOT IN (\(words))
              AND n.\(column.name) NOT IN (SELECT w.word FROM word AS w)
            GROUP BY s.org_code, n.\(column.name) ORDER BY s.org_code, n.\(column.name)
            """)
        return Dictionary(grouping: rows) { $0["org_code"] as String }.sorted { $0.key < $1.key }.map {
          NotUnderstood(
            orgCode: $0.key, table: table, column: column,
            count: $0.value.reduce(0) { $0 + ($1["cases"] as Int) },
            texts: $0.value.map { $0["text"] })
        }
      }
    }
  }
}
