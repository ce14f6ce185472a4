package import GRDB
package import YiceModel

/// Opens a school year: carries every register forward from another year, as 待确认.
///
/// Classes move up a grade and keep their identity (学段, entry year, number); those that have done their years are not
/// carried. Rows that the new year has already stay as they are, so opening twice changes nothing. Decision 0017.
package struct YearOpening {
  let from: Int
  let to: Int
  /// Of the profile: says how many years a class stays in a 学段.
  let stages: StageSystem

  package init(from: Int, to: Int, stages: StageSystem) {
    self.from = from
    self.to = to
    self.stages = stages
  }

  /// What was carried.
  package struct Outcome: Sendable, Equatable {
    /// By table, in the catalog's order: rows carried and rows that were there already.
    package var tables: [(label: String, carried: Int, kept: Int)] = []
    /// Classes that have done their years.
    package var graduated = 0

    package static func == (left: Outcome, right: Outcome) -> Bool {
      left.graduated == right.graduated
        && left.tables.elementsEqual(right.tables) { $0 == $1 }
    }
  }

  /// Tables that are carried: registers by year whose rows a person confirms.
  package static let tables = TableCatalog.tables.filter {
    $0.yearColumn != nil && $0.column("pending") != nil
  }

  /// - Throws: `RecordError`, `DatabaseError`.
  package func run(_ writer: RevisionWriter) throws -> Outcome {
    var outcome = Outcome()
    for table in YearOpening.tables {
      try Authority.require(writer.file.role, in: table)
      let before = try count(writer, table, year: to)
      let carried = try carry(table, writer)
      writer.count(.new, table, by: carried)
      outcome.tables.append((table.label, carried, before))
    }
    outcome.graduated = try graduated(writer)
    if writer.file.schoolYear != to {
      var info = writer.file
      info.schoolYear = to
      try writer.save(info)
    }
    return outcome
  }

  /// The year to carry from: the one that was named, else the newest with rows before the new one.
  /// - Parameter schoolYear: the file's own.
  /// - Returns: nil where there is nothing to carry.
  /// - Throws: `Problem`.
  package static func source(_ db: Database, named: Int?, to: Int, schoolYear: Int?) throws -> Int? {
    if let schoolYear, to < schoolYear { throw Problem.earlier(to, than: schoolYear) }
    let years = try yearsWithRows(db)
    if let named {
      guard years.contains(named) else { throw Problem.noRows(named, years: years.sorted()) }
      return named
    }
    return years.filter { $0 < to }.max()
  }

  /// Why a year is not opened; nothing was changed.
  package enum Problem: YiceError, Equatable {
    case earlier(Int, than: Int)
    case noRows(Int, years: [Int])

    package var exitStatus: ExitStatus { .failed }

    package var description: String {
      switch self {
      case .earlier(let year, let own):
        "文件已经在 \(own) 学年，不能再开启更早的 \(year) 学年。要看或改那一年的行，请在命令后加 --year \(year)；刚才开错了学年，用 yice undo 撤销。"
      case .noRows(let year, let years):
        "登记册里没有 \(year) 学年的行，带不来什么；没有写入。"
          + (years.isEmpty ? "登记册还是空的。" : "有行的学年：\(years.map(String.init).joined(separator: "、"))。")
      }
    }
  }

  /// The years that the carried registers have rows of.
  static func yearsWithRows(_ db: Database) throws -> Set<Int> {
    try Set(
      Int.fetchAll(
        db,
        sql: tables.map { "SELECT DISTINCT school_year FROM \($0.name)" }.joined(separator: " UNION ")))
  }
}
