import CZip
import Glibc
import YiceFormats

/// Makes small .xlsx files for tests: the parts as text, packed by libzip.
struct WorkbookBuilder {
  /// Content of `<worksheet>` of each sheet.
  var sheets: [(name: String, xml: String)] = []
  /// `<si>` elements.
  var strings = ""
  /// Content of `<styleSheet>`.
  var styles = ""
  /// Attributes of `<workbookPr>` and of each `<sheet>`.
  var workbookAttributes = ""
  var sheetAttributes: [Int: String] = [:]
  /// Parts in place of those made from the above.
  var replaced: [String: [UInt8]] = [:]

  init(_ rows: String, strings: String = "", styles: String = "") {
    sheets = [("表", "<sheetData>\(rows)</sheetData>")]
    self.strings = strings
    self.styles = styles
  }

  static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
  static let main = #"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#
  static let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// All parts by name.
  var parts: [(name: String, bytes: [UInt8])] {
    let tags = sheets.indices.map {
      "<sheet name=\"\(sheets[$0].name)\" sheetId=\"\($0 + 1)\" \(sheetAttributes[$0] ?? "") r:id=\"r\($0 + 1)\"/>"
    }
    let relations = sheets.indices.map {
      "<Relationship Id=\"r\($0 + 1)\" Type=\"\(Self.type)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }
    var texts: [(String, String)] = [
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"\(Self.type)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook \(Self.main) xmlns:r=\"\(Self.type)\"><workbookPr \(workbookAttributes)/><sheets>\(tags.joined())</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships>\(relations.joined())<Relationship Id="s" Type="\(Self.type)/sharedStrings" \
        Target="sharedStrings.xml"/><Relationship Id="t" Type="\(Self.type)/styles" Target="/xl/styles.xml"/>\
        </Relationships>
        """
      ), ("xl/sharedStrings.xml", "<sst \(Self.main)>\(strings)</sst>"),
      ("xl/styles.xml", "<styleSheet \(Self.main)>\(styles)</styleSheet>"),
    ]
    for (index, sheet) in sheets.enumerated() {
      texts.append(
        ("xl/worksheets/sheet\(index + 1).xml", "<worksheet \(Self.main)>\(sheet.xml)</worksheet>"))
    }
    return texts.map { ($0, replaced[$0] ?? Array((Self.head + $1).utf8)) }
  }

  /// The packed file.
  func file(name: String = "教师.xlsx") throws -> TemporaryFile {
    try TemporaryFile(try Self.packed(parts), name: name)
  }

  /// Packs parts into a zip archive.
  static func packed(_ parts: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
    let target = try TemporaryFile([], name: "packed.zip")
    var code: Int32 = 0
    guard let archive = zip_open(target.path, ZIP_CREATE | ZIP_TRUNCATE, &code) else { throw SetupFailure() }
    var buffers: [UnsafeMutableRawPointer] = []
    defer { for buffer in buffers { free(buffer) } }
    for (name, bytes) in parts {
      guard let buffer = malloc(max(bytes.count, 1)) else { throw SetupFailure() }
      bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(buffer, base, bytes.count) } }
      buffers.append(buffer)
      let source = zip_source_buffer(archive, buffer, UInt64(bytes.count), 0)
      guard zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8)) >= 0 else { throw SetupFailure() }
    }
    guard zip_close(archive) == 0 else { throw SetupFailure() }
    return try withExtendedLifetime(target) { try readBytes(target.path) }
  }
}

/// A whole file.
func readBytes(_ path: String) throws -> [UInt8] {
  guard let file = fopen(path, "r") else { throw SetupFailure() }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
  return bytes
}

/// What a reader made of a sheet.
struct ReadSheet: Equatable {
  var rows: [[String]] = []
  var numbers: [Int] = []
  var remarks = SheetRemarks()
}

/// Reads a file that is gone afterwards.
func readSheet(
  _ file: TemporaryFile, sheet: String = "1", limits: WorkbookLimits = WorkbookLimits()
) throws -> ReadSheet {
  try withExtendedLifetime(file) { try readSheet(file.path, sheet: sheet, limits: limits) }
}

func readSheet(
  _ path: String, sheet: String = "1", limits: WorkbookLimits = WorkbookLimits()
) throws -> ReadSheet {
  let file = try SheetFile.open(path, limits: limits)
  let source = try file.rows(of: try file.sheet(sheet))
  var result = ReadSheet()
  var row = SheetRow()
  while try source.next(into: &row) {
    result.rows.append(row.cells)
    result.numbers.append(row.number)
  }
  result.remarks = source.remarks
  return result
}

/// The words of the error that reading gives; nil when it reads.
func workbookError(_ file: TemporaryFile, limits: WorkbookLimits = WorkbookLimits()) -> String? {
  do {
    _ = try readSheet(file, limits: limits)
    return nil
  } catch {
    return String(describing: error)
  }
}
