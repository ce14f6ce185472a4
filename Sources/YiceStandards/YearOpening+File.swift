package import YiceStore

extension YearOpening {
  /// What opening a year did, or would do.
  package struct Opened: Sendable {
    /// The year that rows were carried from; nil where there was nothing to carry.
    package let from: Int?
    package let outcome: Outcome
  }

  /// Opens a year in a file, classes moving up by the county's 学制.
  /// - Parameter named: the year to carry from; nil: the newest with rows before the new one.
  /// - Throws: `YearOpening.Problem`, `RecordError`, `ProfileError`, `StoreError`.
  package static func open(
    _ file: YiceFile, to: Int, named: Int? = nil, author: Author, commit: Bool = true
  ) throws -> Opened {
    let found = try file.read {
      try source($0, named: named, to: to, schoolYear: file.info.schoolYear)
    }
    let note = "开启 \(to) 学年" + (found.map { "（自 \($0)）" } ?? "")
    let outcome = try file.write("year", author: author, note: note, commit: commit) { writer in
      let profile = try Profile.used(by: writer.file, writer.db)
      return try YearOpening(from: found ?? to - 1, to: to, stages: profile.stages).run(writer)
    }
    return Opened(from: found, outcome: outcome)
  }
}
