package import YiceModel
package import YiceStore

/// What an import did, or would do.
package struct ImportOutcome: Sendable {
  package let table: CatalogTable
  package let fileName: String
  /// The worksheet; nil for CSV.
  package internal(set) var sheetName: String?
  package let encodingName: String
  /// Rows read, blank rows and sum rows left out.
  package internal(set) var rows = 0
  package internal(set) var new = 0
  package internal(set) var changed = 0
  package internal(set) var same = 0
  /// Rows with a bad cell that a figure or a key needs; they stay out.
  package internal(set) var bad = 0
  /// Rows changed on the sheet and in the file: both versions are kept. Of sheets that remember their export, as the
  /// next two.
  package internal(set) var conflicts = 0
  /// Rows that stood on the sheet when it was exported and no longer do.
  package internal(set) var missing = 0
  /// Missing rows that were removed from the file.
  package internal(set) var removed = 0
  /// All findings in the order of the sheet, at most `findingLimit` of them.
  package var findings: [Finding] = []
  /// Findings beyond the limit.
  package internal(set) var findingsNotShown = 0
  package internal(set) var errors = 0
  /// Headings of the columns that were read, by position from 0, as findings name them.
  package internal(set) var headings: [Int: String] = [:]
  /// Bad cells that no figure and no key needs: they stay empty, and their rows' 备注 says so.
  package internal(set) var emptied = 0
  /// Any error holds the sheet up.
  var isStrict = true
  /// Nothing of the sheet was imported, or would be.
  package internal(set) var isHeldUp = false
  /// The sheet lists pupils: no copy of it is made.
  package internal(set) var holdsPersons = false
  /// The file was written.
  package internal(set) var written = false

  /// So many findings are kept; a wrong column in a large sheet would otherwise fill the memory.
  package static let findingLimit = 1000

  /// Nothing was found to import in a sheet that has something to be told of.
  package var bringsNothing: Bool { rows == 0 && findings.contains { $0.severity != .note } }

  /// The sheet remembers its export.
  var isReadBack = false

  /// What the history says of it.
  package var note: String {
    let head = "\(fileName) → \(table.label)："
    return isReadBack
      ? head + "读回，新增 \(new)，更改 \(changed)，冲突 \(conflicts)，删除 \(removed)"
      : head + "新增 \(new)，更改 \(changed)，相同 \(same)"
  }

  /// The outcome of a sheet of which nothing was kept.
  package var held: ImportOutcome {
    var outcome = self
    outcome.new = 0
    outcome.changed = 0
    outcome.same = 0
    outcome.conflicts = 0
    outcome.removed = 0
    outcome.written = false
    return outcome
  }

  mutating func add(_ finding: Finding) {
    if finding.severity == .error {
      errors += 1
      if isStrict || SheetFault.codes.contains(finding.code) { isHeldUp = true }
    }
    if findings.count < ImportOutcome.findingLimit { findings.append(finding) } else { findingsNotShown += 1 }
  }
}
