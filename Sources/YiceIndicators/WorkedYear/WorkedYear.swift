package import GRDB
package import YiceModel
package import YiceStandards
internal import YiceStore

/// A file's year as worked out under one profile for one day: it owns the temporary tables that its answers are read
/// from, and lives as long as the closure it is given to. Decision 0117.
///
/// `figures` is a value and may be kept; everything else is asked of the handle while it lives. A second computation is a
/// second handle, after the first: each has the connection's working tables to itself.
package struct WorkedYear {
  /// First year of the 学年; stock figures are taken at 1 September.
  package let year: Int
  package let profile: Profile
  /// YYYY-MM-DD on which a relaxation (放宽认定) must still be in force; nil: strict figures only.
  package let day: String?
  /// Code of the county, in a city's or a province's file; nil: the whole file.
  package let county: String?
  package let figures: CountyFigures
  private let tables: WorkingTables

  /// Works a year out, answers out of it, and leaves nothing behind. Run it inside `YiceFile.readWithTemporaryTables`.
  ///
  /// It reads every school of the file, so a school's file gives that school alone.
  /// - Parameters:
  ///   - county: the limits on differences hold within a county, so a city's file needs one.
  ///   - changes: what-if changes to amounts, in memory only.
  ///   - summary: the county only: no segments are kept, for files of hundreds of thousands of schools.
  /// - Throws: `DatabaseError`, `ChangeError`, `CountiesOfFile`, `Misuse.another`, and what the body throws.
  package static func with<T>(
    _ db: Database, year: Int, profile: Profile, day: String? = nil, county: String? = nil,
    changes: [AmountChange] = [], summary: Bool = false, _ body: (WorkedYear) throws -> T
  ) throws -> T {
    try WorkingTables.during(db) { tables in
      let figures = try Indicators.compute(
        db, year: year, profile: profile, on: day, changes: changes, summary: summary, county: county)
      return try body(
        WorkedYear(year: year, profile: profile, day: day, county: county, figures: figures, tables: tables))
    }
  }

  /// The connection, for one of the handle's own answers.
  /// - Throws: `Misuse.over`.
  package func db() throws -> Database { try tables.current() }
}

extension WorkedYear {
  /// The same for a question.
  /// - Parameter strictly: leaves out the relaxations in force on the question's day.
  package static func with<T>(
    _ db: Database, _ question: Question, strictly: Bool = false, county: String? = nil,
    changes: [AmountChange] = [], summary: Bool = false, _ body: (WorkedYear) throws -> T
  ) throws -> T {
    try with(
      db, year: question.year, profile: question.profile, day: strictly ? nil : question.day, county: county,
      changes: changes, summary: summary, body)
  }

  /// A mistake in the program, not in the data.
  package enum Misuse: YiceError, Equatable {
    /// Another year is being worked out on the connection; its tables would be written over.
    case another
    /// The handle's time is over, and its tables are gone.
    case over

    package var exitStatus: ExitStatus { .failed }

    package var description: String {
      switch self {
      case .another: "程序出错：上一次计算还没有结束，就开始了另一次。请把用的命令告诉开发人员。"
      case .over: "程序出错：用了已经结束的一次计算。请把用的命令告诉开发人员。"
      }
    }
  }
}

extension Question.Asked {
  /// Works the year asked for out, in a reading of the file.
  /// - Throws: what `WorkedYear.with` throws, `ProfileError`.
  package func with<T>(
    strictly: Bool = false, summary: Bool = false, _ body: (WorkedYear, Question) throws -> T
  ) throws -> T {
    try file.readWithTemporaryTables { db in
      let question = try question(db)
      return try WorkedYear.with(db, question, strictly: strictly, county: county, summary: summary) {
        try body($0, question)
      }
    }
  }
}
