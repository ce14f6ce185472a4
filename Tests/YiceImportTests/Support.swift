import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// GRDB has a type of this name too.
typealias RecordError = YiceStore.RecordError

/// A school file and the sheets that are imported into it.
final class Desk {
  let workdir = Workdir()
  let file: YiceFile

  init(county: Bool = false, year: Int? = 2022) throws {
    file = county ? try makeCounty(in: workdir, year: year) : try makeSchool(in: workdir, year: year)
  }

  /// Imports text as a sheet.
  func take(
    _ sheet: String, into table: CatalogTable, named name: String = "表.csv", year: Int? = nil,
    mapping: [String: String] = [:], dryRun: Bool = false, strict: Bool = true
  ) throws -> ImportOutcome {
    try take(
      bytes: Array(sheet.utf8), into: table, named: name, year: year, mapping: mapping, dryRun: dryRun,
      strict: strict)
  }

  func take(
    bytes: [UInt8], into table: CatalogTable, named name: String = "表.csv", year: Int? = nil,
    mapping: [String: String] = [:], dryRun: Bool = false, strict: Bool = true
  ) throws -> ImportOutcome {
    try workdir.write(name, bytes)
    var importer = Importer(table)
    importer.year = year
    importer.mapping = mapping
    importer.dryRun = dryRun
    importer.strict = strict
    return try importer.run(try CSVReader(path: workdir.file(name)), into: file, author: .tester)
  }

  /// The file as it lies on disk.
  func bytes() throws -> [UInt8] { try workdir.bytes(file.name) }

  func value<T: DatabaseValueConvertible>(_ sql: String) throws -> T? {
    try file.read { try T.fetchOne($0, sql: sql) }
  }

  func values<T: DatabaseValueConvertible>(_ sql: String) throws -> [T] {
    try file.read { try T.fetchAll($0, sql: sql) }
  }
}

extension ImportOutcome {
  var texts: [String] { findings.map(\.description) }
  var codes: [String] { findings.map(\.code) }
  /// New, changed, same.
  var counts: [Int] { [new, changed, same] }
}

/// Whether the bytes hold the text in UTF-8 or UTF-16.
func holds(_ bytes: [UInt8], _ text: String) -> Bool {
  let wide = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  return [Array(text.utf8), wide].contains { needle in
    guard let first = needle.first, bytes.count >= needle.count else { return false }
    return bytes.indices.dropLast(needle.count - 1).contains {
      bytes[$0] == first && bytes[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }
}
