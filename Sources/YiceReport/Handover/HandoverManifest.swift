internal import YiceFormats
internal import YiceIndicators
internal import YiceModel
internal import YiceStore

/// What lies beside the partitions: manifest, tables, SQL, and how to run it.
struct HandoverManifest {
  let year: Int
  let day: String
  let partitions: [HandoverPartition]

  /// - Throws: `SinkError`.
  func write(_ root: String) throws {
    HandoverFiles.makeFolder(root + "sql")
    var files: [HandoverCSV.Entry] = []
    for file in StartingTables.files {
      files.append(try HandoverFiles.write(file.text, root, "sql/\(file.name).sql"))
    }
    let schema = HandoverTable.all.map(\.definition).joined(separator: "\n")
    files.append(try HandoverFiles.write(schema, root, "schema.sql"))
    files.append(try HandoverFiles.write(HandoverText.duckdb, root, "duckdb.sql"))
    files.append(try HandoverFiles.write(HandoverText.readme, root, "README.md"))
    try makeEmptyFile(root + "empty.db")
    try WholeFile.write(root + "manifest.json", text: text(files))
  }

  /// A county's file without rows: what an engine adds up goes into a copy of it. Decision 0202.
  private func makeEmptyFile(_ path: String) throws {
    guard HandoverFiles.digest(path) == nil else { return }
    let info = FileInfo(role: .county, orgCode: "000000", orgName: "", schoolYear: year)
    _ = try YiceFile.create(path, info: info, author: Author(Tool.name))
  }

  /// The partitions as their own files say them.
  private func text(_ files: [HandoverCSV.Entry]) -> String {
    let head: [(String, JSONValue)] = [
      ("handover", 1), ("made_by", .string(Tool.name)), ("format", .integer(Int64(Schema.version))),
      ("school_year", .integer(Int64(year))), ("day", .string(day)),
      ("schools", .integer(Int64(partitions.reduce(0) { $0 + $1.schools }))),
      ("rows", .integer(Int64(partitions.reduce(0) { $0 + $1.rows }))),
      ("bytes", .integer(Int64(partitions.reduce(0) { $0 + $1.bytes }))),
      (
        "tables",
        .object(
          HandoverTable.all.map { table in
            (table.table.name, .array(table.columns.map { .string($0.name) }))
          } + StartingTables.schools.map { ($0.name, .array($0.columns.map { .string($0) })) })
      ),
      ("sql", .array(StartingTables.files.map { .string("sql/\($0.name).sql") })),
      (
        "files",
        .array(
          files.map { .object([("file", .string($0.name)), ("sha256", .string($0.sha256))]) })
      ),
    ]
    let fields = head.map { "\"\($0.0)\": \($0.1.rendered())" }
    return "{\n"
      + (fields + ["\"partitions\": [\n" + partitions.map(\.text).joined(separator: ",\n") + "\n]"])
      .joined(separator: ",\n") + "\n}\n"
  }
}
