package import YiceModel
package import YiceStore

/// What importing all sheets of a workbook did, or would do.
package struct WorkbookOutcome: Sendable {
  package let fileName: String
  /// Those that were read, in the order of their tabs.
  package internal(set) var sheets: [ImportOutcome] = []
  /// Those that were not, and why.
  package internal(set) var unread: [Finding] = []
  /// Nothing was imported because something was wrong and all was asked for or nothing.
  package internal(set) var isHeldUp = false
  package internal(set) var written = false

  /// All findings, in the order of the sheets.
  package var findings: [Finding] { unread + sheets.flatMap(\.findings) }

  /// Something is left for the person to mend.
  package var errors: Int { sheets.map(\.errors).reduce(0, +) }
  package var conflicts: Int { sheets.map(\.conflicts).reduce(0, +) }
  package var emptied: Int { sheets.map(\.emptied).reduce(0, +) }

  /// No sheet brought anything.
  package var isFruitless: Bool { isHeldUp || sheets.allSatisfy { $0.isHeldUp || $0.bringsNothing } }

  var note: String {
    let parts = sheets.filter { !$0.isHeldUp }.map {
      "\($0.table.label) 新增 \($0.new)，更改 \($0.changed)，相同 \($0.same)"
    }
    return "\(fileName)（\(sheets.count) 张工作表）：" + parts.joined(separator: "；")
  }

  /// Tables of the sheets that nothing holds up.
  package var writtenTables: [CatalogTable] { sheets.filter { !$0.isHeldUp }.map(\.table) }
}
