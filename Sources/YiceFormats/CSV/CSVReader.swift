internal import YiceFiles

/// Reads a CSV file of RFC 4180 row by row, in bounded memory.
///
/// The encoding is found from a byte order mark, else by checking the whole file for UTF-8, else it
/// is GB18030. Leading spaces are kept, blank lines are rows with one empty cell, and a newline at
/// the end of the file is no row.
package final class CSVReader: RowSource {
  package let sourceName: String

  /// The delimiter, given or found: comma, tab or semicolon.
  package let delimiter: UInt8

  /// Whether the last record ended with the file and not with a newline; known once
  /// ``next(into:)`` has returned `false`.
  ///
  /// Together with too few cells in the last row it tells that a file was cut off.
  package private(set) var endedWithoutNewline = false

  private let input: TextInput
  private let scanner: RecordScanner
  private let recordLimit: Int
  private var buffer: WindowBuffer
  private var line = 1
  private var records = 0

  /// Opens a file and looks through it for its encoding and delimiter.
  ///
  /// - Parameters:
  ///   - path: a regular file.
  ///   - sourceName: the name for messages; the last part of the path if `nil`.
  ///   - encoding: the file's encoding; `nil` to find it.
  ///   - delimiter: an ASCII character; `nil` to find it in the first records.
  ///   - recordLimit: bytes of UTF-8 that one record may have.
  ///   - chunkSize: bytes read at a time.
  /// - Throws: ``CSVError`` when the file cannot be opened, or is not in its encoding.
  package init(
    path: String,
    sourceName: String? = nil,
    encoding: TextEncoding? = nil,
    delimiter: UInt8? = nil,
    recordLimit: Int = 1 << 20,
    chunkSize: Int = 1 << 17
  ) throws {
    let name = sourceName ?? fileName(of: path)
    self.sourceName = name
    self.recordLimit = recordLimit
    let file = try FileInput(path: path, sourceName: name)
    let input = try TextInput(file: file, forced: encoding, chunkSize: chunkSize)
    var buffer = WindowBuffer(chunkSize: chunkSize)
    let found = try delimiter ?? Self.findDelimiter(input, &buffer, limit: recordLimit)
    self.input = input
    self.buffer = buffer
    self.delimiter = found
    scanner = RecordScanner(delimiter: found)
  }

  /// The encoding, given or found.
  package var encoding: TextEncoding { input.encoding }

  package var encodingName: String { input.encoding.name }

  /// Reads the next record.
  ///
  /// - Throws: ``CSVError``. Do not read on after an error.
  package func next(into row: inout SheetRow) throws -> Bool {
    while true {
      if buffer.isEmpty {
        guard try buffer.fill(from: input) else { return false }
      }
      let outcome: RecordScanner.Outcome
      do {
        outcome = try scanner.scan(
          buffer.window, isLast: buffer.isLast, line: line, into: &row)
      } catch {
        throw CSVError(sourceName: sourceName, line: error.line, kind: error.kind)
      }
      switch outcome {
      case .record(let length, let lineEnd, let lines):
        guard length <= recordLimit else { throw tooLarge(openQuoteLine: nil) }
        buffer.drop(length + lineEnd)
        line += lines
        records += 1
        row.ordinal = records
        endedWithoutNewline = lineEnd == 0
        return true
      case .needsMore(let openQuoteLine):
        // Two bytes more, as a line end may be pending.
        guard buffer.window.count <= recordLimit + 2 else {
          throw tooLarge(openQuoteLine: openQuoteLine)
        }
        _ = try buffer.fill(from: input)
      }
    }
  }

  private func tooLarge(openQuoteLine: Int?) -> CSVError {
    CSVError(
      sourceName: sourceName, line: openQuoteLine ?? line,
      kind: .recordTooLarge(limit: recordLimit, openQuote: openQuoteLine != nil))
  }

  private static func findDelimiter(
    _ input: TextInput, _ buffer: inout WindowBuffer, limit: Int
  ) throws -> UInt8 {
    let comma: UInt8 = 0x2C
    while buffer.window.count <= limit + 2 {
      if let found = DelimiterDetector().detect(buffer.window, isLast: buffer.isLast) {
        return found
      }
      let before = buffer.window.count
      do {
        _ = try buffer.fill(from: input)
      } catch {
        // What is wrong further down is told when the rows before it are read.
        guard before > 0 else { throw error }
        break
      }
    }
    // A record that is too large is told when it is read.
    return DelimiterDetector().detect(buffer.window, isLast: true) ?? comma
  }
}
