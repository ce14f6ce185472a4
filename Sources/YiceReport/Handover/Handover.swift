internal import GRDB
internal import YiceFormats
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// Hands the rows of whole counties over to engines that work the same figures out: a folder with a county a partition,
/// the rules, the SQL, a manifest and a README. Decision 0201.
///
/// 并入 never leads out of a county (such a school is left out, with a finding), so each partition is closed under it.
/// A run that was cut short is begun again: partitions that stand and fit their digests are not written anew.
package struct Handover {
  private let root: String
  private let year: Int?
  private let standard: String?
  private let day: String

  /// - Parameters:
  ///   - folder: made where it is missing, once the files are known to be sound.
  ///   - year: nil: the files' own.
  ///   - standard: another standard to try; nil: each county's own.
  ///   - day: that relaxations are judged on.
  package init(to folder: String, year: Int?, standard: String?, day: String) {
    root = folder.hasSuffix("/") ? folder : folder + "/"
    self.year = year
    self.standard = standard
    self.day = day
  }

  /// - Throws: `HandoverError`, `StoreError`, `ProfileError`, `SinkError`.
  package func write(_ paths: [String], progress: (String) -> Void) throws -> HandoverReport {
    let sources = try HandoverSource.sorted(paths) { file in
      try file.read { try CountiesOfFile($0)?.counties.map { ($0.code, $0.name) } ?? [] }
    }
    guard !sources.isEmpty else { throw HandoverError.noSchools }
    let year = try self.year ?? commonYear(sources)
    let memory = try DatabaseQueue()
    let gathering = try HandoverGathering()
    HandoverFiles.makeFolder(root + "rules")
    var partitions: [(source: HandoverSource, partition: HandoverPartition)] = []
    for (index, source) in sources.enumerated() {
      progress("\(index + 1)/\(sources.count) \(source.name)")
      let folder = "\(root)counties/\(source.county)/"
      HandoverFiles.makeFolder(folder)
      let origin = origin(source, year)
      let standing = try memory.read {
        try HandoverPartition(standingIn: folder, root: root, origin: origin, $0)
      }
      partitions.append((source, try standing ?? write(source, gathering, year, folder, origin)))
    }
    try HandoverManifest(year: year, day: day, partitions: partitions.map(\.partition)).write(root)
    return HandoverReport(
      partitions.map {
        HandoverReport.County(
          code: $0.source.county, name: $0.source.name, schools: $0.partition.schools,
          rows: $0.partition.rows,
          bytes: $0.partition.bytes, stood: $0.partition.stood)
      })
  }

  private func write(
    _ source: HandoverSource, _ gathering: HandoverGathering, _ year: Int, _ folder: String, _ origin: String
  ) throws -> HandoverPartition {
    let isOne = source.files.count == 1 && source.files.first?.info.role.isOneSchool == false
    let file = try isOne ? YiceFile.open(source.files[0].path) : gathering.county(source)
    let county = source.isPart ? source.county : nil
    return try file.readWithTemporaryTables { db in
      let question = try Question(
        db, file.info, year: year, standard: standard, bureau: county, day: day)
      return try StartingTables.with(db, question, county: county) {
        try HandoverPartition(
          db, source, question.profile, year: year, root: root, folder: folder, origin: origin)
      }
    }
  }

  private func commonYear(_ sources: [HandoverSource]) throws -> Int {
    let years = Set(sources.flatMap { $0.files.compactMap(\.info.schoolYear) }).sorted()
    guard years.count == 1 else { throw HandoverError.years(years) }
    return years[0]
  }

  /// Another where the files, the question or the program is another.
  private func origin(_ source: HandoverSource, _ year: Int) -> String {
    let parts =
      [Tool.name, "\(Schema.version)", "\(year)", day, standard ?? "", source.county]
      + source.files.map(\.state)
    return SHA256.hex(of: Array(parts.joined(separator: "\n").utf8))
  }
}
