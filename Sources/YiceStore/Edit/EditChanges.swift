internal import GRDB

/// The difference between a form as it was given out and as it came back.
package struct EditChanges: Sendable {
  package let table: CatalogTable
  package let added: [EditForm.Section]
  package let changed: [(section: EditForm.Section, columns: [String])]
  package let removed: [String]

  /// 学年 of added rows that do not say theirs; nil: the file's.
  private let year: Int?

  package var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

  /// Names of the rows that are changed or removed.
  package var touched: Set<String> { Set(changed.compactMap(\.section.key) + removed) }

  /// - Parameter old: the rows as they are; of an earlier text taken up again, not as they were given out then.
  /// - Throws: `EditProblems` for a key that was not given out, `RowsMoved` where the text was made from other versions
  ///   than the present ones.
  package init(from old: EditForm, to new: EditForm) throws {
    table = old.table
    year = old.year
    try EditChanges.requireSame(old, new)
    var before: [String: EditForm.Section] = [:]
    for row in old.rows { if let key = row.key { before[key] = row } }
    var changed: [(EditForm.Section, [String])] = []
    var problems: [EditProblems.Problem] = []
    for section in new.rows {
      guard let key = section.key else { continue }
      guard let row = before.removeValue(forKey: key) else {
        problems.append(.init(line: section.line, text: "“\(key)”不在取出的行里；要新增请写 [\(EditForm.newMark)]，标识不能改"))
        continue
      }
      let columns = section.values.filter { name, value in
        // A text is read without the spaces around a value; that is no edit.
        value != row.values[name].map(EditForm.trimmed)
      }.keys.sorted()
      if let fixed = columns.first(where: { old.table.key.contains($0) }) {
        problems.append(
          .init(line: section.line, text: "“\(old.table.column(fixed)?.label ?? fixed)”是标识，不能改"))
      } else if !columns.isEmpty {
        changed.append((section, columns))
      }
    }
    guard problems.isEmpty else { throw EditProblems(problems) }
    self.changed = changed
    added = new.rows.filter { $0.key == nil && !$0.values.values.allSatisfy(\.isEmpty) }
    removed = old.rows.compactMap(\.key).filter { before[$0] != nil }
  }

  /// A text may have waited while others worked on: what they changed would look like an edit, and what they added
  /// like a row taken out.
  private static func requireSame(_ old: EditForm, _ new: EditForm) throws {
    let now = Dictionary(old.rows.map { ($0.key ?? "", $0.version) }) { first, _ in first }
    let given = Set(new.rows.compactMap(\.key))
    let changed = new.rows.filter { row in
      guard let version = row.version, let current = now[row.key ?? ""], let current else { return false }
      return version != current
    }
    let gone = new.rows.filter { $0.version != nil && now[$0.key ?? ""] == nil }
    let isOther = new.digest != nil && old.digest != nil && new.digest != old.digest
    let come = isOther ? old.rows.compactMap(\.key).filter { !given.contains($0) } : []
    let moved = RowsMoved(
      table: old.table.label, changed: changed.compactMap(\.key), gone: gone.compactMap(\.key), come: come)
    guard moved.isEmpty else { throw moved }
  }

  /// Applies all or nothing; every value passes the same checks as at the keyboard.
  /// - Throws: `EditProblems` for what is wrong by line, `RecordError` and `MoveError` for removals.
  package func apply(_ writer: RevisionWriter) throws {
    var problems: [EditProblems.Problem] = []
    for (section, columns) in changed {
      guard let key = section.key else { continue }
      try collect(section, &problems) {
        try writer.set(table, RowKey(key, in: table, file: writer.file), values(section, columns))
      }
    }
    for section in added {
      try collect(section, &problems) {
        var added = try values(section, section.values.filter { !$0.value.isEmpty }.keys.sorted())
        if let year, table.yearColumn != nil { added.fill("school_year", year) }
        return try writer.add(table, added)
      }
    }
    guard problems.isEmpty else { throw EditProblems(problems) }
    for key in removed { try writer.remove(table, RowKey(key, in: table, file: writer.file)) }
  }

  private func collect(
    _ section: EditForm.Section, _ problems: inout [EditProblems.Problem], _ body: () throws -> some Any
  ) throws {
    do {
      _ = try body()
    } catch let error as RecordError {
      problems.append(.init(line: section.line, text: error.description))
    } catch let error as MoveError {
      problems.append(.init(line: section.line, text: error.description))
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      problems.append(.init(line: section.line, text: "数据库不接受：\(error.message ?? "CHECK")"))
    }
  }

  private func values(_ section: EditForm.Section, _ columns: [String]) throws -> RowValues {
    try RowValues(columns.map { "\($0)=\(EditForm.unescaped(section.values[$0] ?? ""))" }, in: table)
  }
}
