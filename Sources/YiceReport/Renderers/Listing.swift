package import YiceFormats

/// A table of results, ready for any renderer.
package struct Listing: Sendable {
  package struct Column: Sendable {
    /// English name, the key in JSON.
    package let name: String
    /// Chinese heading, with its unit.
    package let label: String

    package init(_ name: String, _ label: String) {
      self.name = name
      self.label = label
    }
  }

  /// One cell: a plain value, or yes/no.
  package enum Cell: Sendable, Equatable {
    case value(CellValue)
    case yesNo(Bool)
    /// A figure shown rounded; JSON gives it in full. Indirect: a listing has many cells and few figures.
    indirect case figure(Double, shown: String)
    /// A figure that could not be worked out.
    case missing(String)
    /// A word that programs know by a name of its own. Indirect for the same reason.
    indirect case word(String, shown: String)

    package static let empty = Cell.value(.empty)
    package static func text(_ text: String?) -> Cell { text.map { .value(.text($0)) } ?? .empty }
    package static func number(_ number: Int) -> Cell { .value(.integer(Int64(number))) }
  }

  package var title: String?
  package var columns: [Column]
  package var rows: [[Cell]]

  package init(title: String? = nil, columns: [Column], rows: [[Cell]] = []) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}

/// How results are printed.
package enum OutputFormat: Sendable, Equatable {
  case text, json, csv, jsonLines, markdown
  /// Into a file; the encoding is that of CSV.
  case file(String, ListingFile.Format, CSVWriter.Encoding)
}

extension Listing.Cell {
  /// As people read it.
  package var shown: CellValue {
    switch self {
    case .value(let value): value
    case .yesNo(let yes): .text(yes ? "是" : "否")
    case .figure(_, let shown): .text(shown)
    case .missing(let word): .text(word)
    case .word(_, let shown): .text(shown)
    }
  }

  package var json: JSONValue {
    switch self {
    case .value(let value): JSONValue(value)
    case .yesNo(let yes): .bool(yes)
    case .figure(let number, _): .number(number)
    case .missing: .null
    case .word(let name, _): .string(name)
    }
  }

  var isEmpty: Bool {
    if case .value(.empty) = self { true } else { false }
  }

  var isNumber: Bool {
    switch self {
    case .value(let value): value.isNumber
    case .figure, .missing: true
    case .yesNo, .word: false
    }
  }
}

// MARK: - Renderers

extension Listing {
  /// Aligned text with Chinese counted as two columns.
  package func text(maximumCellWidth: Int? = nil) -> String {
    var bytes: [UInt8] = []
    renderText(maximumCellWidth: maximumCellWidth) { bytes.append(contentsOf: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same in UTF-8, piece by piece: a listing may have many thousands of rows.
  func renderText(maximumCellWidth: Int? = nil, to sink: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    let alignments = columns.indices.map { index -> TextTable.Alignment in
      var hasNumber = false
      for row in rows where !row[index].isEmpty {
        guard row[index].isNumber else { return .left }
        hasNumber = true
      }
      return hasNumber ? .right : .left
    }
    let table = TextTable(
      title: title, columns: zip(columns, alignments).map { TextTable.Column($0.label, alignment: $1) },
      maximumCellWidth: maximumCellWidth)
    try rows.withUnsafeBufferPointer { rows in
      try table.render(
        rowCount: rows.count, columnCount: columns.count, cell: { rows[$0][$1].shown }, to: sink)
    }
  }

  /// An array of objects with English keys and full figures.
  package var json: JSONValue {
    .array(rows.map { row in .object(zip(columns, row).map { ($0.name, $1.json) }) })
  }

  /// With other headings for some columns, by name: for a screen, where full names are too wide.
  package func relabeled(_ labels: [String: String]) -> Listing {
    var copy = self
    copy.columns = columns.map { Column($0.name, labels[$0.name] ?? $0.label) }
    return copy
  }

  /// Without the columns of those names.
  package func without(_ names: Set<String>) -> Listing {
    let wanted = columns.indices.filter { !names.contains(columns[$0].name) }
    return Listing(
      title: title, columns: wanted.map { columns[$0] }, rows: rows.map { row in wanted.map { row[$0] } })
  }

  /// Without the columns that are empty in every row.
  package func withoutEmptyColumns(keeping kept: Set<String> = []) -> Listing {
    let wanted = columns.indices.filter { index in
      kept.contains(columns[index].name) || rows.contains { $0[index] != .empty && $0[index] != .text("") }
    }
    return Listing(
      title: title, columns: wanted.map { columns[$0] }, rows: rows.map { row in wanted.map { row[$0] } })
  }
}
