package import GRDB

/// Cells typed into a grid or pasted as a block, written at once: what fits is written, what does not is told cell by
/// cell, and a row that changed since it was read is left alone and shown beside. One revision, so that one undo takes it
/// back. Decision 0161.
package struct BlockWrite: Sendable {
  package struct Line: Sendable {
    /// nil: a new row.
    package var key: String?
    /// The version in which the row was read.
    package var version: String?
    /// Column → text as typed.
    package var cells: [(column: CatalogColumn, text: String)] = []
    package var isRemoval = false

    package init(key: String? = nil, version: String? = nil, isRemoval: Bool = false) {
      self.key = key
      self.version = version
      self.isRemoval = isRemoval
    }
  }

  /// What became of a line.
  package struct Result: Sendable {
    /// The row as it is now; nil where there is none.
    package var row: GridLine?
    /// Column → why its text was not taken.
    package var problems: [String: String] = [:]
    /// Column → what to know of a text that was taken otherwise than written.
    package var remarks: [String: String] = [:]
    /// Why nothing of the line was written.
    package var refusal: String?
    /// Somebody else changed or removed the row meanwhile; by whom and when.
    package var clash: Clash?
    package var wasWritten = false
    /// The row has another key now.
    package var wasRekeyed = false
  }

  package struct Clash: Sendable {
    package let author: String?
    /// UTC, as revisions keep it.
    package let at: String?
  }

  package let table: CatalogTable
  package let lines: [Line]

  package init(_ table: CatalogTable, _ lines: [Line]) {
    self.table = table
    self.lines = lines
  }

  /// - Throws: `DatabaseError`, `RecordError.trespass` at the end of the transaction.
  package func apply(_ writer: RevisionWriter) throws -> [Result] {
    let words = try Wordings(
      table, orgCode: writer.file.orgCode, countyCode: writer.file.countyCode, writer.db)
    let results = try lines.map { try apply($0, words, writer) }
    if let note = note(results, writer.file) { writer.note = note }
    return results
  }

  /// One row is named, with its columns; of more the counts say enough.
  private func note(_ results: [Result], _ file: FileInfo) -> String? {
    guard lines.count == 1, results[0].wasWritten, let whole = lines[0].key else { return nil }
    let key = short(whole, file)
    if lines[0].isRemoval { return "“\(table.label)”\(key)：删除" }
    if results[0].wasRekeyed, let now = results[0].row?.key {
      return "“\(table.label)”\(key) 改为 \(short(now, file))"
    }
    let taken = lines[0].cells.filter { results[0].problems[$0.column.name] == nil }
    return "“\(table.label)”\(key)：\(taken.map(\.column.label).joined(separator: "、"))"
  }

  /// A key without what goes without saying in the file: its own school and year.
  private func short(_ key: String, _ file: FileInfo) -> String {
    var parts = RowKey.split(key)
    guard parts.count == table.key.count else { return key }
    for (column, own) in [
      ("org_code", file.orgCode), ("school_year", file.schoolYear.map(String.init) ?? ""),
    ]
    where parts.count > 1 && table.key.contains(column) && parts[0] == own { parts.removeFirst() }
    return parts.map(RowKey.quoted).joined(separator: "/")
  }

  private func apply(_ line: Line, _ words: Wordings, _ writer: RevisionWriter) throws -> Result {
    var result = Result()
    let values = parsed(line, words, &result)
    do {
      if let text = line.key {
        let key = try RowKey.find(text, in: table, file: writer.file, writer.db)
        result.row = try GridLine.line(writer.db, table, key)
        guard result.row?.version == line.version, result.row != nil else {
          result.clash = try clash(writer.db, key, result.row)
          return result
        }
        guard line.isRemoval || !values.values.isEmpty else { return result }
        let counted = writer.counts
        let now = try writer.attempt { (try write(line, key, values, writer), true) }
        result.wasRekeyed = now != key
        result.wasWritten = writer.counts != counted && !writer.counts.isEmpty
        result.row = try GridLine.line(writer.db, table, now)
      } else {
        let isSpoilt = result.problems.keys.contains { name in
          table.key.contains(name) || table.column(name)?.required == true
        }
        guard !isSpoilt, !values.values.isEmpty else { return result }
        let key = try writer.attempt { (try writer.add(table, values), true) }
        result.wasWritten = true
        result.row = try GridLine.line(writer.db, table, key)
      }
    } catch let error as RecordError {
      result.refusal = error.description
    } catch let error as MoveError {
      result.refusal = error.description
    } catch let error as RekeyProblem {
      result.refusal = error.description
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      result.refusal = "数据库不接受：\(error.message ?? "CHECK")"
    }
    return result
  }

  /// - Returns: the row's key, which may be another now.
  private func write(_ line: Line, _ key: RowKey, _ values: RowValues, _ writer: RevisionWriter) throws
    -> RowKey
  {
    if line.isRemoval {
      try writer.remove(table, key)
      return key
    }
    let isMoved = zip(table.key, key.values).contains { values.gives($0) && values[$0] != $1 }
    if isMoved { return try writer.rekey(table, key, values) }
    try writer.set(table, key, values.without(table.key))
    return key
  }

  private func parsed(_ line: Line, _ words: Wordings, _ result: inout Result) -> RowValues {
    var values = RowValues()
    for (column, text) in line.cells where line.key != nil || !text.isEmpty {
      do {
        let (value, remark) = try CellEntry.parse(text, column, answers: words[column.name])
        values.set(column.name, value)
        result.remarks[column.name] = remark
      } catch {
        result.problems[column.name] = error.message
      }
    }
    return values
  }

  private func clash(_ db: Database, _ key: RowKey, _ now: GridLine?) throws -> Clash {
    let rev = now.flatMap { Int64($0.version.prefix { $0 != "+" }) }
    let entry =
      try rev.map { try HistoryQuery.entry(db, id: $0) } ?? HistoryQuery.versions(db, table, key).first?.entry
    return Clash(author: entry?.author, at: entry?.at)
  }
}

/// A cell as typed, read by the one parser of imports and commands.
package enum CellEntry {
  /// - Parameter answers: what persons said that words of the column stand for.
  /// - Returns: the value, and what to know of it where it was not taken as written.
  /// - Throws: `ValueProblem`.
  package static func parse(_ text: String, _ column: CatalogColumn, answers: [String: String] = [:])
    throws(ValueProblem) -> (DatabaseValue, String?)
  {
    var checked = text
    guard !checked.withUTF8(IdentityCard.isContained) else { throw .identityCard }
    // An empty value clears the column; whether it may be empty is for the writer to say.
    if text.isEmpty, !column.emptyAllowedInKey { return (.null, nil) }
    let parsed = try ValueParser(column, answers: answers).parse(text)
    return (parsed.value.databaseValue, parsed.remark?.message)
  }
}
