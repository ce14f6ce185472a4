internal import GRDB
internal import YiceFiles
internal import YiceFormats
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// One county as it is handed over: a folder of gzipped CSV and `partition.json`, which is written last and says what the
/// others are.
struct HandoverPartition {
  /// partition.json.
  let text: String
  let schools: Int
  let rows: Int
  let bytes: Int
  /// It stood there, whole, of the same files and the same question.
  let stood: Bool

  static let file = "partition.json"

  /// What stands, where it is of this origin and every file fits its digest.
  /// - Parameter db: any connection: the text is read with SQLite's own JSON.
  init?(standingIn folder: String, root: String, origin: String, _ db: Database) throws {
    guard let text = HandoverFiles.text(folder + HandoverPartition.file),
      try Bool.fetchOne(db, sql: "SELECT json_valid(?)", arguments: [text]) == true,
      try String.fetchOne(db, sql: "SELECT json_extract(?, '$.origin')", arguments: [text]) == origin
    else { return nil }
    let files = try Row.fetchAll(
      db,
      sql: """
        SELECT json_extract(value, '$.file') AS file, json_extract(value, '$.sha256') AS sha256,
          json_extract(value, '$.bytes') AS bytes
        FROM json_each(?, '$.files')
        """, arguments: [text])
    for file in files {
      guard HandoverFiles.digest(root + (file["file"] as String)) == file["sha256"] as String else {
        return nil
      }
    }
    self.text = text
    schools = try Int.fetchOne(db, sql: "SELECT json_extract(?, '$.schools')", arguments: [text]) ?? 0
    rows = try Int.fetchOne(db, sql: "SELECT json_extract(?, '$.rows')", arguments: [text]) ?? 0
    bytes = files.reduce(0) { $0 + ($1["bytes"] as Int) }
    stood = true
  }

  /// Writes it.
  /// - Parameter db: of the county, with the working tables filled.
  /// - Throws: `SinkError`, `DatabaseError`.
  init(
    _ db: Database, _ source: HandoverSource, _ profile: Profile, year: Int, root: String, folder: String,
    origin: String
  ) throws {
    let rules = try HandoverRules(db, profile)
    var files = [
      try HandoverFiles.write(rules.statements, root, "rules/\(rules.key).sql"),
      try HandoverFiles.write(rules.judging, root, "rules/\(rules.key).json"),
    ]
    let place = "counties/\(source.county)/"
    for table in StartingTables.schools {
      let sql =
        "SELECT \(table.columns.joined(separator: ", ")) FROM temp.\(table.name) "
        + "WHERE org_code IN (SELECT org_code FROM temp.school)"
      files.append(try HandoverPartition.write(db, sql, root, place, table.name))
    }
    for table in HandoverTable.all {
      files.append(
        try HandoverPartition.write(db, table.query(bureau: source.county), root, place, table.table.name))
    }
    schools = try Int.fetchOne(db, sql: "SELECT count(*) FROM temp.school") ?? 0
    rows = files.reduce(0) { $0 + $1.rows }
    bytes = files.reduce(0) { $0 + $1.bytes }
    stood = false
    let value = JSONValue.object([
      ("county", .string(source.county)), ("name", .string(source.name)),
      ("school_year", .integer(Int64(year))),
      ("rules", .string(rules.key)), ("origin", .string(origin)), ("schools", .integer(Int64(schools))),
      ("rows", .integer(Int64(rows))),
      (
        "files",
        .array(
          files.map { file in
            .object([
              ("file", .string(file.name)), ("rows", .integer(Int64(file.rows))),
              ("bytes", .integer(Int64(file.bytes))), ("sha256", .string(file.sha256)),
            ])
          })
      ),
    ])
    text = value.rendered(pretty: true)
    try WholeFile.write(folder + HandoverPartition.file, text: text + "\n")
  }

  private static func write(_ db: Database, _ sql: String, _ root: String, _ place: String, _ table: String)
    throws
    -> HandoverCSV.Entry
  {
    let name = place + table + ".csv.gz"
    var entry = try HandoverCSV.write(db, sql, to: root + name)
    entry.name = name
    return entry
  }
}
