internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// What a row of a sheet came to, in the order in which it is told and written.
struct ReadRow {
  let number: Int
  /// What was found in it, first to last.
  var findings: [Finding] = []
  /// Not a record: a footer, a repeated heading, a code line.
  var isOther = false
  /// What is to be written; nil when something was wrong with it.
  var values: [BulkUpsert.Bound]?
  /// Slots of values that were worked out, which the file may know better.
  var made: [Int] = []
  /// Cells that stay empty, with what they say.
  var emptied: [(column: String, value: String?)] = []
  /// The words of its period that 备注 keeps.
  var keptWords: RowRemark.Words?
}

extension RowReader {
  /// Reads a row; `take` gets what it came to, whose bytes are valid during the call only.
  func readWhole(_ row: SheetRow, take: (consuming ReadRow) throws -> Void) throws {
    var result = ReadRow(number: row.number)
    if isBeyond {
      result.isOther = true
      return try take(result)
    }
    if let finding = otherRow(row) {
      result.isOther = true
      result.findings = [finding]
      return try take(result)
    }
    var isTaken = false
    try read(
      row, report: { result.findings.append($0) },
      write: { values in
        result.values = values
        result.made = madeSlots
        result.emptied = emptied
        result.keptWords = keptWords
        isTaken = true
        try take(result)
      })
    guard !isTaken else { return }
    result.emptied = emptied
    try take(result)
  }
}
