internal import YiceModel
internal import YiceStore

/// Where rows that were read go: into the file, or into the findings with what the file has against them.
struct RowSink {
  /// What became of a row in the file.
  enum Written { case new, changed, same }

  private let upsert: BulkUpsert
  private let remarks: RowRemarks?
  private let rest: StoredRest

  init(_ writer: RevisionWriter, _ table: CatalogTable, columns: [CatalogColumn]) throws {
    upsert = try BulkUpsert(writer, table, columns: columns)
    remarks = try RowRemarks(writer, table, columns: columns)
    rest = StoredRest(writer, table, columns: columns)
  }

  /// - Parameter writes: whether the sheet is not held up; a row that is not for this file is told all the same.
  /// - Returns: nil where the row stays out, or the sheet does.
  /// - Throws: `DatabaseError`, `RecordError`.
  @discardableResult
  func take(
    _ values: [BulkUpsert.Bound], of row: ReadRow, at place: SourceLocation, writes: Bool,
    _ outcome: inout ImportOutcome
  ) throws -> Written? {
    var values = values
    if let refusal = try rest.settle(&values, made: row.made, at: place) {
      outcome.add(refusal)
      return nil
    }
    guard writes else { return nil }
    do {
      let written = try upsert.write(values)
      let remarked = try remarks?.settle(values, row.emptied, row.keptWords) ?? false
      switch written {
      case .new:
        outcome.new += 1
        return .new
      case .same where !remarked, .removed where !remarked:
        outcome.same += 1
        return .same
      case .changed, .same, .removed:
        outcome.changed += 1
        return .changed
      }
    } catch let refused as BulkUpsert.Refused {
      outcome.add(Finding(.error, "refused", at: place, "数据库不接受这一行：\(refused.detail)"))
      return nil
    } catch let refused as MoveError {
      outcome.add(Finding(.error, "bad-move", at: place, refused.description))
      return nil
    }
  }
}
