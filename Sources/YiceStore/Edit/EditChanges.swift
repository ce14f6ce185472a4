internal import GRDB

/// The difference between a form as it was given out and as it came back.
package struct EditChanges: Sendable {
  package let table: CatalogTable
  package let added: [EditForm.Section]
  package let changed: [(section: EditForm.Section, columns: [String])]
  package let removed: [String]

  package var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

  /// - Throws: `EditProblems` for a key that was not given out.
  package init(from old: EditForm, to new: EditForm) throws(EditProblems) {
    table = old.table
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
      let columns = section.values.filter { row.values[$0.key] != $0.value }.keys.sorted()
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
        try writer.add(table, values(section, section.values.filter { !$0.value.isEmpty }.keys.sorted()))
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
