package import GRDB
package import YiceStore

/// What is asked of a file: its bureau, 学年, standard and day, worked out once and passed on.
package struct Question: Sendable {
  package let file: FileInfo
  /// Code of the bureau whose standard and settings hold.
  package let bureau: String
  /// First year of the 学年.
  package let year: Int
  package let profile: Profile
  /// The day that 逾期 and 放宽认定 are judged on, YYYY-MM-DD.
  package let day: String

  /// - Parameters:
  ///   - standard: a shipped standard to try; nil: the one in use.
  ///   - bureau: a county of a city's or a province's file; nil: the file's own.
  /// - Throws: `ProfileError`, `DatabaseError`.
  package init(
    _ db: Database, _ file: FileInfo, year: Int, standard: String? = nil, bureau: String? = nil,
    day: String = Moment.today()
  ) throws {
    self.file = file
    self.bureau = bureau ?? file.bureau
    self.year = year
    profile = try Profile.used(by: file, db, standard: standard, bureau: bureau)
    self.day = day
  }
}

extension Question {
  /// A question as a person put it to a file, before its profile is read: what figures are worked out from.
  package struct Asked {
    package let file: YiceFile
    package let year: Int
    package let standard: String?
    /// A county of a city's or a province's file; nil: the whole file.
    package let county: String?
    package let day: String

    package init(
      of file: YiceFile, year: Int, standard: String? = nil, county: String? = nil,
      day: String = Moment.today()
    ) {
      self.file = file
      self.year = year
      self.standard = standard
      self.county = county
      self.day = day
    }

    /// - Throws: `ProfileError`, `DatabaseError`.
    package func question(_ db: Database) throws -> Question {
      try Question(db, file.info, year: year, standard: standard, bureau: county, day: day)
    }
  }
}

extension Profile {
  /// What a file works with, for what asks of no year.
  /// - Throws: `ProfileError`, `DatabaseError`.
  package static func used(
    by file: FileInfo, _ db: Database, standard: String? = nil, bureau: String? = nil
  ) throws -> Profile {
    try standard.map(ProfileCatalog.named) ?? load(from: db, orgCode: bureau ?? file.bureau)
  }
}
