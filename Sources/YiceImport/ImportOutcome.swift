package import YiceModel
package import YiceStore

/// What an import did, or would do.
package struct ImportOutcome: Sendable {
  package let table: CatalogTable
  package let fileName: String
  /// The worksheet; nil for CSV.
  package let sheetName: String?
  package let encodingName: String
  /// Rows read, blank rows and sum rows left out.
  package internal(set) var rows = 0
  package internal(set) var new = 0
  package internal(set) var changed = 0
  package internal(set) var same = 0
  /// Rows with at least one bad cell.
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
  /// The sheet lists pupils: no copy of it is made.
  package internal(set) var holdsPersons = false
  /// The file was written.
  package internal(set) var written = false

  /// So many findings are kept; a wrong column in a large sheet would otherwise fill the memory.
  package static let findingLimit = 1000

  mutating func add(_ finding: Finding) {
    if finding.severity == .error { errors += 1 }
    if findings.count < ImportOutcome.findingLimit { findings.append(finding) } else { findingsNotShown += 1 }
  }
}
