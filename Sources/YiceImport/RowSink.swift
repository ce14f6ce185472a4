internal import YiceModel
internal import YiceStore

/// Where rows that were read go: into the file, or into the findings with what the file has against them.
struct RowSink {
  private let upsert: BulkUpsert
  private let remarks: RowRemarks?
  private let rest: StoredRest

  init(_ writer: RevisionWriter, _ table: CatalogTable, columns: [CatalogColumn]) throws {
    upsert = try BulkUpsert(writer, table, columns: columns)
    remarks = try RowRemarks(writer, table, columns: columns)
    rest = StoredRest(writer, table, columns: columns)
  }

  /// - Parameter writes: whether the sheet is not held up; a row that is not for this file is told all the same.
  /// - Throws: `DatabaseError`, `RecordError`.
  func take(
    _ values: [BulkUpsert.Bound], of row: ReadRow, at place: SourceLocation, writes: Bool,
    _ outcome: inout ImportOutcome
  ) throws {
    var values = values
    if let refusal = try rest.settle(&values, made: row.made, at: place) {
      outcome.add(refusal)
      return
    }
    guard writes else { return }
    do {
      let written = try upsert.write(values)
      let remarked = try remarks?.settle(values, row.emptied, row.keptWords) ?? false
      switch written {
      case .new: outcome.new += 1
      case .changed: outcome.changed += 1
      case .same, .removed: if remarked { outcome.changed += 1 } else { outcome.same += 1 }
      }
    } catch let refused as BulkUpsert.Refused {
      outcome.add(Finding(.error, "refused", at: place, "数据库不接受这一行：\(refused.detail)"))
    } catch let refused as MoveError {
      outcome.add(Finding(.error, "bad-move", at: place, refused.description))
    }
  }
}
