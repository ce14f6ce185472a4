import Glibc
import YiceFormats

/// A file in a folder of its own, gone when the value is.
final class TemporaryFile {
  let path: String
  private let folder: String

  init(_ bytes: some Collection<UInt8>, name: String = "教师.csv") throws {
    var template = Array("/tmp/yice-formats-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SetupFailure() }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = folder + "/" + name
    try WholeFile.write(path) { sink in try Array(bytes).withUnsafeBufferPointer { try sink.write($0) } }
  }

  deinit {
    unlink(path)
    rmdir(folder)
  }
}

struct SetupFailure: Error {}

/// What a reader made of a file.
struct Sheet: Equatable {
  var rows: [[String]] = []
  var numbers: [Int] = []
  var encodingName = ""
  var delimiter: UInt8 = 0
  var endedWithoutNewline = false
}

/// Reads bytes as a CSV file named 教师.csv.
func read(
  _ bytes: some Collection<UInt8>, encoding: TextEncoding? = nil, delimiter: UInt8? = nil,
  recordLimit: Int = 1 << 20, chunkSize: Int = 1 << 17
) throws -> Sheet {
  let file = try TemporaryFile(bytes)
  let reader = try CSVReader(
    path: file.path, encoding: encoding, delimiter: delimiter, recordLimit: recordLimit,
    chunkSize: chunkSize)
  var sheet = Sheet(encodingName: reader.encodingName, delimiter: reader.delimiter)
  var row = SheetRow()
  while try reader.next(into: &row) {
    sheet.rows.append(row.cells)
    sheet.numbers.append(row.number)
  }
  sheet.endedWithoutNewline = reader.endedWithoutNewline
  return sheet
}

/// Reads text as a UTF-8 CSV file.
func read(
  _ text: String, delimiter: UInt8? = nil, recordLimit: Int = 1 << 20, chunkSize: Int = 1 << 17
) throws -> Sheet {
  try read(
    Array(text.utf8), delimiter: delimiter, recordLimit: recordLimit, chunkSize: chunkSize)
}

/// The error a file gives, or nil; the first record may be read before it.
func readError(
  _ bytes: some Collection<UInt8>, encoding: TextEncoding? = nil,
  recordLimit: Int = 1 << 20, chunkSize: Int = 1 << 17
) -> CSVError? {
  do {
    _ = try read(bytes, encoding: encoding, recordLimit: recordLimit, chunkSize: chunkSize)
    return nil
  } catch {
    return error as? CSVError
  }
}

/// What the writer makes of rows.
func written(
  _ rows: [[CellValue]], encoding: CSVWriter.Encoding = .utf8, delimiter: UInt8 = 0x2C,
  guardFormulas: Bool = true
) throws -> [UInt8] {
  let sink = MemorySink()
  let writer = try CSVWriter(
    to: sink, name: "导出.csv", encoding: encoding, delimiter: delimiter,
    guardFormulas: guardFormulas)
  for row in rows { try writer.write(row) }
  try writer.finish()
  return sink.bytes
}

/// `text` in UTF-16, most significant byte first or last.
func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
  text.utf16.flatMap { unit in
    let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
    return isBigEndian ? bytes.reversed() : bytes
  }
}
