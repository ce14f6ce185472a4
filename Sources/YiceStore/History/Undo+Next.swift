package import GRDB
internal import YiceModel

extension Undo {
  /// What undo and redo would do next, as spreadsheet programs mean them: undo goes one step further back each time.
  /// Decision 0164.
  package struct Next: Sendable {
    /// The newest step that stands.
    package let undo: HistoryEntry?
    /// The undo that took back the last step, where nothing was written since: taking it back is redoing.
    package let redo: HistoryEntry?

    /// - Parameter limit: revisions looked at; nobody goes further back step by step.
    package init(_ db: Database, of file: FileInfo, limit: Int = 500) throws {
      var done: [HistoryEntry] = []
      var undone: [(step: HistoryEntry, by: HistoryEntry)] = []
      for entry in try HistoryQuery.entries(db, limit: limit).reversed()
      where entry.role == file.role.rawValue && entry.orgCode == file.orgCode {
        guard let target = Undo.target(of: entry) else {
          done.append(entry)
          undone = []
          continue
        }
        if let place = undone.lastIndex(where: { $0.by.id == target }) {
          done.append(undone.remove(at: place).step)
        } else if let place = done.lastIndex(where: { $0.id == target }) {
          undone.append((done.remove(at: place), entry))
        }
      }
      // What made the file is no step of anybody's work.
      undo = done.last?.action == "new" ? nil : done.last
      redo = undone.last?.by
    }
  }

  /// The revision that an undo took back; nil of anything else. It stands in the undo's note.
  private static func target(of entry: HistoryEntry) -> Int64? {
    guard entry.action == "undo", let note = entry.note, note.hasPrefix("撤销 ") else { return nil }
    return Int64(note.dropFirst("撤销 ".count).prefix { $0 != "（" })
  }

  /// What taking a revision back did.
  package struct Outcome: Sendable {
    package let revision: Int64
    package let counts: WriteCounts
    /// Action of the revision that was taken back.
    package let action: String?
    /// Rows that wait for a decision again.
    package let reopened: Int
    /// In words; nil where nothing was written.
    package let note: String?
  }

  /// Takes back the revision named, else the newest of the file's own.
  /// - Throws: `Undo.Problem`, `RecordError.notAllowed`, `StoreError`.
  package static func run(_ file: YiceFile, revision: Int64? = nil, author: Author, commit: Bool = true)
    throws
    -> Outcome
  {
    try file.write("undo", author: author, commit: commit) { writer in
      let revision = try revision ?? Undo.latest(writer.db, of: file.info)
      let reopened = try Undo(revision).apply(writer)
      return Outcome(
        revision: revision, counts: writer.counts,
        action: try HistoryQuery.entry(writer.db, id: revision)?.action, reopened: reopened, note: writer.note
      )
    }
  }
}
