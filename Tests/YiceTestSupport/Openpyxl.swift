internal import Foundation

/// Reads a workbook back with Python's openpyxl, a reader that is not ours. Tests that need it are skipped where the
/// machine has none (Debian: python3-openpyxl).
package enum Openpyxl {
  package struct Workbook: Decodable {
    package let sheets: [Sheet]
    package let charts: Int

    /// - Returns: nil when no sheet has that name.
    package func sheet(_ name: String) -> Sheet? { sheets.first { $0.name == name } }
  }

  package struct Sheet: Decodable {
    package let name: String
    /// `visible`, `hidden` or `veryHidden`.
    package let state: String
    /// Cells as Python shows them; empty cells are "".
    package let cells: [[String]]
    /// By address: openpyxl's type of the cell, `s` text, `n` number, `d` date, `f` formula.
    package let types: [String: String]
    package let fills: [String: String]
    package let comments: [String: String]
    package let validations: [Validation]
    package let hiddenColumns: [String]
    package let merged: [String]
    package let freeze: String?
    package let titleRows: String?
    package let orientation: String?
    package let paper: String?
    package let footer: String?
    /// Left of the page number.
    package let footerLeft: String?
    /// Lines between the cells are printed.
    package let printsGrid: Bool?
  }

  package struct Validation: Decodable {
    package let type: String?
    package let formula: String?
    package let second: String?
    package let range: String
  }

  private static let pythons = ["/usr/bin/python3", "/usr/local/bin/python3", "/bin/python3"]

  private static let python: String? = pythons.first { path in
    FileManager.default.isExecutableFile(atPath: path) && (try? run(path, ["-c", "import openpyxl"])) != nil
  }

  package static var isMissing: Bool { python == nil }

  package struct Failed: Error {
    package let output: String
  }

  /// - Throws: `Failed` when openpyxl cannot read the file.
  package static func read(_ path: String) throws -> Workbook {
    guard let python else { throw Failed(output: "没有 openpyxl（apt-get install python3-openpyxl）") }
    return try JSONDecoder().decode(Workbook.self, from: try run(python, ["-c", script, path]))
  }

  /// Writes cells of the first sheet, as a person would in another program; days and whole numbers as such.
  package static func edit(_ path: String, _ cells: [String: String]) throws {
    guard let python else { throw Failed(output: "没有 openpyxl（apt-get install python3-openpyxl）") }
    let pairs = cells.map { "\($0.key)=\($0.value)" }
    _ = try run(python, ["-c", editScript, path] + pairs)
  }

  /// Writes a workbook of sheets as a school keeps them; whole numbers as such.
  package static func write(_ path: String, _ sheets: [(name: String, rows: [[String]])]) throws {
    let content = sheets.map { Made(name: $0.name, rows: $0.rows) }
    try script(
      """
      import json, re, openpyxl
      book = openpyxl.Workbook(); book.remove(book.active)
      for made in json.loads(sys.argv[2]):
          sheet = book.create_sheet(made["name"])
          for row in made["rows"]:
              sheet.append([int(v) if re.fullmatch("[1-9][0-9]*", v) else v or None for v in row])
      book.save(sys.argv[1])
      """, [path, String(decoding: try JSONEncoder().encode(content), as: UTF8.self)])
  }

  private struct Made: Encodable {
    let name: String
    let rows: [[String]]
  }

  /// Runs a script with these arguments; `sys` and `openpyxl` are imported.
  package static func script(_ text: String, _ arguments: [String]) throws {
    guard let python else { throw Failed(output: "没有 openpyxl（apt-get install python3-openpyxl）") }
    _ = try run(python, ["-c", "import sys, openpyxl\n" + text] + arguments)
  }

  private static let editScript = """
    import datetime, re, sys, openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    for pair in sys.argv[2:]:
        place, value = pair.split("=", 1)
        if re.fullmatch("[1-9][0-9]*", value): value = int(value)
        elif re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value): value = datetime.date.fromisoformat(value)
        book.worksheets[0][place] = value
    book.save(sys.argv[1])
    """

  private static func run(_ program: String, _ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failed(output: String(decoding: complaint, as: UTF8.self))
    }
    return data
  }

  private static let script = """
    import datetime, json, sys, openpyxl
    def shown(value):
        if value is None: return ""
        if isinstance(value, datetime.datetime): return value.strftime("%Y-%m-%d")
        return str(value)
    def sheet(s):
        cells = [c for row in s.iter_rows() for c in row]
        filled = [c for c in cells if c.value is not None]
        return {
          "name": s.title, "state": s.sheet_state,
          "cells": [[shown(c.value) for c in row] for row in s.iter_rows()],
          "types": {c.coordinate: c.data_type for c in filled},
          "fills": {c.coordinate: str(c.fill.start_color.rgb) for c in cells
                    if c.has_style and c.fill.fill_type == "solid"},
          "comments": {c.coordinate: c.comment.text for c in cells if c.comment},
          "validations": [{"type": v.type, "formula": v.formula1, "second": v.formula2, "range": str(v.sqref)}
                          for v in s.data_validations.dataValidation],
          "hiddenColumns": [k for k, d in s.column_dimensions.items() if d.hidden],
          "merged": [str(r) for r in s.merged_cells.ranges], "freeze": s.freeze_panes,
          "titleRows": s.print_title_rows, "orientation": s.page_setup.orientation,
          "paper": str(s.page_setup.paperSize), "footer": s.oddFooter.center.text, "footerLeft": s.oddFooter.left.text,
          "printsGrid": s.print_options.gridLines,
        }
    book = openpyxl.load_workbook(sys.argv[1])
    print(json.dumps({"sheets": [sheet(s) for s in book], "charts": sum(len(s._charts) for s in book)}))
    """
}
