import Foundation
import GRDB
import GRDBSQLite
import YiceStore
import YiceTestSupport

@testable import YiceMerge

/// Open files that one history after another is played on. Most of what opening a small file costs is SQLite's parsing
/// of its schema, and what was parsed holds for every copy of the same template: so the bytes of the next history's
/// file take the place of the last one's.
final class TracePlaces {
  final class Place {
    /// What the file is a copy of, whatever was written into it since: who it says it is, and its schema.
    let template: String
    let path: String
    let file: YiceFile
    private var other: DatabaseQueue?
    private var merging: Merging?

    fileprivate init(_ path: String, copyOf template: String) throws {
      self.path = path
      self.template = template
      file = try YiceFile.open(path, for: .write)
    }

    /// Merges a file as `yice merge` does, but that what it has opened stays open for the next.
    func merge(_ source: String) throws -> [MergeResult] {
      let merging = try merging ?? Merging(into: YiceFile.open(path, for: .write))
      self.merging = merging
      return try merging.merge(source)
    }

    /// The connection of another program.
    func outside() throws -> DatabaseQueue {
      let queue = try other ?? DatabaseQueue(path: path)
      other = queue
      return queue
    }

    /// Pages of the file before are forgotten.
    fileprivate func forget() throws {
      try file.withConnection(Place.forget)
      try merging?.file.withConnection(Place.forget)
      try other?.writeWithoutTransaction(Place.forget)
    }

    private static func forget(_ db: Database) throws {
      let status = sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_RESET_CACHE, nil)
      guard status == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
    }
  }

  /// A connection with what it reads of received files. As long as those are attached, nothing but merging can be done.
  private final class Merging {
    let file: YiceFile
    private let series = UntrustedFile.Series()
    private var inbox: AttachedFiles?

    init(into file: YiceFile) throws {
      self.file = file
      inbox = try file.withConnection { AttachedFiles($0) }
    }

    /// What is attached goes in its connection's turn.
    deinit { try? file.withConnection { _ in inbox = nil } }

    func merge(_ source: String) throws -> [MergeResult] {
      let merger = Merger(into: file)
      let vetting = try merger.vetting()
      let vetted = vetting.check(source, series)
      return try merger.mergeBatches(1, from: 0, into: file, inbox: inbox, vetting.trust) { [vetted] }
    }
  }

  private let work: Workdir
  private var free: [String: [Place]] = [:]
  private var made = 0

  init(in work: Workdir) { self.work = work }

  /// A file with the content of another one.
  func take(copyOf template: String, holding source: String) throws -> Place {
    let content = try Data(contentsOf: URL(filePath: source))
    if let place = free[template]?.popLast() {
      try content.write(to: URL(filePath: place.path))
      try place.forget()
      return place
    }
    made += 1
    let path = work.file("place-\(made).db")
    try content.write(to: URL(filePath: path))
    return try Place(path, copyOf: template)
  }

  /// For the next history.
  func giveBack(_ places: [Place]) {
    for place in places { free[place.template, default: []].append(place) }
  }
}
