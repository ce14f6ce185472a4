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
  /// What follows them.
  let advice: String
  /// The command that mends the first.
  let mending: String

  /// 「“教师”有 2 行的“任教学科”（音体美、体育/美术）没有认出是哪一门，…：yice set 文件 教师 --where 任教学科=音体美 任教学科=…」
  var words: String {
    let shown = texts.prefix(3).joined(separator: "、") + (texts.count > 3 ? " 等" : "")
    let texts = shown.isEmpty ? "" : "（\(shown)）"
    return
      "“\(table.label)”有 \(count) 行的“\(column.label)”\(texts)\(advice)：yice set 文件 \(table.label) \(mending)"
  }
}

extension NotUnderstood {
  /// Of the year worked out, by school and column; rows that no figure is read from, as those of 幼儿 and 高中, are none
  /// of them.
  /// - Throws: `DatabaseError`.
  static func all(_ db: Database) throws -> [NotUnderstood] { try words(db) + rooms(db) }

  private static func words(_ db: Database) throws -> [NotUnderstood] {
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
        let texts = $0.value.map { $0["text"] as String }
        let first = texts.first ?? ""
        // Written by a version that did not understand it.
        let meant = column.vocabulary?.word(first) ?? "…"
        return NotUnderstood(
          orgCode: $0.key, table: table, column: column,
          count: $0.value.reduce(0) { $0 + ($1["cases"] as Int) }, texts: texts,
          advice: column.vocabulary?.advice ?? "",
          mending: "--where \(column.label)=\(first) \(column.label)=\(meant)")
      }
    }
  }

  /// Rooms of which nobody knows what they are for, by school and by the column that should say it. Decision 0177.
  private static func rooms(_ db: Database) throws -> [NotUnderstood] {
    let table = CatalogTable.room
    guard let purpose = table.column("purpose"), let name = table.column("name") else { return [] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT s.org_code, r.used_as AS text,
          CASE WHEN r.used_as = r.purpose OR r.used_as IS NULL THEN 1 ELSE 0 END AS by_purpose, count(*) AS cases
        FROM scope AS s
        CROSS JOIN chosen_year AS y
        JOIN room_use AS r ON r.org_code = s.org_code AND r.school_year = y.school_year
        LEFT JOIN word AS h ON h.list = '\(RoomUse.Told.shared)' AND h.stage = '' AND h.word = r.used_as
        LEFT JOIN word AS v ON v.list = '\(RoomUse.Told.vagueSpecial)' AND v.stage = '' AND v.word = r.used_as
        WHERE h.word IS NOT NULL OR (r.category = '\(RoomWords.special)' AND (v.word IS NOT NULL OR r.used_as IS NULL))
        GROUP BY s.org_code, r.used_as, by_purpose ORDER BY s.org_code, by_purpose DESC, r.used_as
        """)
    return Dictionary(grouping: rows) {
      SegmentKey(orgCode: $0["org_code"], stage: $0["by_purpose"] as Bool ? purpose.name : name.name)
    }.sorted { ($0.key.orgCode, $0.key.stage) < ($1.key.orgCode, $1.key.stage) }.map { key, rows in
      let texts = rows.compactMap { $0["text"] as String? }
      let column = key.stage == name.name ? name : purpose
      return NotUnderstood(
        orgCode: key.orgCode, table: table, column: column,
        count: rows.reduce(0) { $0 + ($1["cases"] as Int) }, texts: texts, advice: RoomWords.advice,
        mending: "--where \(column.label)=\(texts.first ?? "") \(purpose.label)=…")
    }
  }
}
