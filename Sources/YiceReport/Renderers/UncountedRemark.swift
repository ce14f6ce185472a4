package import GRDB
internal import YiceFormats
package import YiceIndicators
internal import YiceModel
internal import YiceStandards
package import YiceStore

/// What is said after an import of rows that count nowhere (未计入): how many, why, and the command that mends them.
package struct UncountedRemark: Sendable {
  private let counts: [UncountedCount]
  private let file: String

  package static let none = UncountedRemark([], file: "")

  /// - Parameter file: as the person typed it.
  package init(_ counts: [UncountedCount], file: String) {
    self.counts = counts
    self.file = file
  }

  /// Whose rows of which 学年.
  package struct Question: Sendable {
    let info: FileInfo
    /// The file as the person typed it.
    let typed: String
    /// nil: of none.
    let year: Int?

    package init(info: FileInfo, typed: String, year: Int?) {
      self.info = info
      self.typed = typed
      self.year = year
    }
  }

  /// Of the tables written only: a large sheet is not worked out for it.
  /// - Parameter db: the file as it stands, or as a dry run makes it.
  /// - Throws: `ProfileError`, `DatabaseError`.
  package init(_ db: Database, in tables: [CatalogTable], _ asked: Question) throws {
    var seen: Set<String> = []
    let registers = tables.filter {
      ElementReading.registers.contains($0.name) && seen.insert($0.name).inserted
    }
    guard !registers.isEmpty, let year = asked.year else {
      self = .none
      return
    }
    let profile = try Profile.used(by: asked.info, db)
    self.init(
      try registers.flatMap { try UncountedCount.all(db, in: $0, year: year, profile: profile) },
      file: asked.typed)
  }

  var text: String { counts.map { "\($0.words(file: file))\n" }.joined() }

  var json: JSONValue {
    .array(
      counts.map {
        .object([
          ("table", .string($0.table.name)), ("column", .string($0.column)), ("rows", .integer($0.rows)),
        ])
      })
  }
}
