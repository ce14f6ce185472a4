package import GRDB

/// What an exported sheet remembers of the file it came from, in the heading of its last column.
///
/// No part holds white space, so that programs which tidy headings leave it whole.
package struct SheetMemory: Sendable, Equatable {
  /// English name of the table.
  package let table: String
  /// `FileInfo.fileID` of the file it was exported from.
  package let fileID: String
  /// Exclusive-or of the ids of that file's revisions at that moment: tells later which rows the file held then.
  package let digest: Int64
  /// When it was exported, as `Moment.now()` says it.
  package let at: String
  /// 「列=值」 of the rows that were exported; empty: all of them.
  package let conditions: [String]

  package init(table: CatalogTable, file: FileInfo, conditions: [String], _ db: Database) throws {
    self.table = table.name
    fileID = file.fileID
    digest = try Int64.fetchAll(db, sql: "SELECT id FROM revision").reduce(0, ^)
    at = Moment.now()
    self.conditions = conditions
  }

  private static let word = "行标识"
  private static let version = "yice1"

  /// 「行标识|yice1|teacher|…」
  package var heading: String {
    ([SheetMemory.word, SheetMemory.version, table, fileID, String(digest), at]
      + conditions.map(SheetMemory.escaped)).joined(separator: "|")
  }

  /// Reads a heading; nil when it is none of ours.
  package init?(heading: String) {
    guard heading.utf8.starts(with: SheetMemory.word.utf8) else { return nil }
    let parts = heading.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 6, parts[0] == SheetMemory.word, parts[1] == SheetMemory.version,
      let digest = Int64(parts[4])
    else { return nil }
    table = parts[2]
    fileID = parts[3]
    self.digest = digest
    at = parts[5]
    conditions = parts[6...].map(SheetMemory.unescaped)
  }

  private static let escapes: [(Character, String)] = [
    ("%", "%25"), ("|", "%7C"), (" ", "%20"), ("　", "%3000"),
  ]

  private static func escaped(_ text: String) -> String {
    text.map { character in escapes.first { $0.0 == character }?.1 ?? String(character) }.joined()
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let first = rest.first {
      if first == "%", let known = escapes.first(where: { rest.hasPrefix($0.1) }) {
        result.append(known.0)
        rest = rest.dropFirst(known.1.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}

/// What an exported sheet remembers of one row: its key and the revision that had written it.
package struct RowMemory: Sendable, Equatable {
  package let rev: Int64
  /// A JSON array, as `change.row_key` keeps it.
  package let key: String

  package init(rev: Int64, key: String) {
    self.rev = rev
    self.key = key
  }

  /// 「修订 键」
  package var text: String { "\(rev) \(key)" }

  /// The same two of a cell's bytes, without a copy; nil also for a number that is not written as `text` writes it.
  package static func parts(of cell: UnsafeBufferPointer<UInt8>) -> (
    rev: Int64, key: UnsafeBufferPointer<UInt8>
  )? {
    var rev: Int64 = 0
    for (index, byte) in cell.enumerated() {
      if byte == UInt8(ascii: " ") {
        return index > 0 ? (rev, UnsafeBufferPointer(rebasing: cell[(index + 1)...])) : nil
      }
      // Revisions are positive.
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), index < 19, rev > 0 || index == 0 else {
        return nil
      }
      let (tens, isTooLarge) = rev.multipliedReportingOverflow(by: 10)
      let (sum, isOver) = tens.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
      guard !isTooLarge, !isOver else { return nil }
      rev = sum
    }
    return nil
  }

  /// Reads a cell; nil when it is none of ours.
  package init?(text: String) {
    guard let space = text.firstIndex(of: " "), let rev = Int64(text[..<space]) else { return nil }
    let key = String(text[text.index(after: space)...])
    guard key.hasPrefix("["), key.hasSuffix("]") else { return nil }
    self.init(rev: rev, key: key)
  }
}
