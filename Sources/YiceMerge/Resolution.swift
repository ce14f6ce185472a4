internal import GRDB
package import YiceModel
package import YiceStore

/// A person's decision on a conflict: one version, column by column, or values of their own.
package struct Resolution: Sendable {
  package enum Choice: Sendable, Equatable {
    /// A version by its number, from 1.
    case version(Int)
    /// The version that this file's own side wrote, or the one that it did not.
    case ours
    case theirs
  }

  package let whole: Choice
  /// Column → version number.
  package var columns: [String: Int] = [:]
  /// 「列=值」 texts.
  package var values: [String] = []
  package var reason: String?

  package init(_ whole: Choice) { self.whole = whole }

  package enum Problem: YiceError, Equatable {
    case unknown(String)
    case noSuchVersion(Int, count: Int)
    /// Beyond those that are listed.
    case notListed(Int, listed: Int)
    case notClear(ours: Bool)
    case unknownColumn(table: String, word: String)

    package var exitStatus: ExitStatus { .usage }

    package var description: String {
      switch self {
      case .unknown(let id): "没有编号为“\(id)”的冲突。用 yice conflicts 文件 查看。"
      case .noSuchVersion(let number, let count): "没有第 \(number) 个版本，这一行有 \(count) 个版本。"
      case .notListed(let number, let listed):
        "第 \(number) 个版本没有列出（只列前 \(listed) 个），不能取它。请取列出的一个，或用 --set 列=值 写下要的值。"
      case .notClear(let ours): "分不清哪个版本是“\(ours ? "本方" : "对方")”的，请用版本编号指明，如 --take 1。"
      case .unknownColumn(let table, let word): "“\(table)”表没有叫“\(word)”的列。"
      }
    }
  }

  /// The conflict of that short id.
  /// - Throws: `Problem.unknown`.
  package static func conflict(_ id: String, _ writer: RevisionWriter) throws -> Conflict {
    guard let found = try Conflict.find(id, writer.db) else { throw Problem.unknown(id) }
    return found
  }

  /// Writes the decision as one new version; all others go to the history.
  /// - Throws: `Problem`, `RecordError`.
  package func apply(to conflict: Conflict, _ writer: RevisionWriter) throws {
    let chosen = try version(conflict, file: writer.file)
    var values = RowValues(chosen.values.filter { !conflict.table.key.contains($0.key) })
    for (word, number) in columns {
      guard let column = conflict.table.column(word) else {
        throw Problem.unknownColumn(table: conflict.table.label, word: word)
      }
      let source = try numbered(number, conflict)
      values.set(column.name, source.values[column.name] ?? .null)
    }
    for (column, value) in try RowValues(self.values, in: conflict.table).values { values.set(column, value) }
    try writer.set(conflict.table, conflict.key, values)
  }

  private func version(_ conflict: Conflict, file: FileInfo) throws -> Conflict.Version {
    switch whole {
    case .version(let number): return try numbered(number, conflict)
    case .ours, .theirs:
      let isOurs = whole == .ours
      let own = conflict.versions.filter {
        ($0.entry?.role == file.role.rawValue && $0.entry?.orgCode == file.orgCode) == isOurs
      }
      guard own.count == 1, conflict.more == 0 else { throw Problem.notClear(ours: isOurs) }
      return own[0]
    }
  }

  private func numbered(_ number: Int, _ conflict: Conflict) throws -> Conflict.Version {
    guard conflict.versions.indices.contains(number - 1) else {
      if conflict.more > 0, number > 0, number <= conflict.versions.count + conflict.more {
        throw Problem.notListed(number, listed: conflict.versions.count)
      }
      throw Problem.noSuchVersion(number, count: conflict.versions.count + conflict.more)
    }
    return conflict.versions[number - 1]
  }
}
