/// Writes rows as CSV of RFC 4180 with CRLF line ends.
///
/// Call ``finish()`` at the end: rows are collected and handed to the sink in large pieces.
package final class CSVWriter {
  /// An encoding to write in.
  package enum Encoding: CaseIterable, Sendable {
    /// UTF-8 with a byte order mark, which spreadsheet programs need to see that it is UTF-8.
    case utf8WithMark
    /// UTF-8 without a byte order mark, for other programs.
    case utf8
    /// GB18030, for old programs.
    case gb18030
  }

  private let sink: any TextSink
  private let name: String
  private let encoding: Encoding
  private let delimiter: UInt8
  private let guardFormulas: Bool
  private let encoder: Transcoder?
  private var pending: [UInt8] = []
  private static let pieceSize = 1 << 16

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - sink: takes the bytes.
  ///   - name: the file's name, for messages.
  ///   - encoding: the encoding to write in.
  ///   - delimiter: an ASCII character.
  ///   - guardFormulas: whether a text that a spreadsheet program would run as a formula gets an
  ///     apostrophe in front.
  /// - Throws: ``SinkError`` when the system cannot write GB18030.
  package init(
    to sink: any TextSink,
    name: String = "CSV",
    encoding: Encoding = .utf8WithMark,
    delimiter: UInt8 = 0x2C,
    guardFormulas: Bool = true
  ) throws {
    self.sink = sink
    self.name = name
    self.encoding = encoding
    self.delimiter = delimiter
    self.guardFormulas = guardFormulas
    encoder =
      encoding == .gb18030
      ? Transcoder(from: TextEncoding.utf8.name, to: TextEncoding.gb18030.name) : nil
    if encoding == .gb18030 && encoder == nil {
      throw SinkError(name: name, kind: .cannotWrite("系统缺少 GB18030 转换表"))
    }
    if encoding == .utf8WithMark { pending = TextEncoding.utf8.byteOrderMark }
  }

  /// Writes a row.
  ///
  /// - Throws: ``SinkError``.
  package func write(_ row: [CellValue]) throws {
    for (index, cell) in row.enumerated() {
      if index > 0 { pending.append(delimiter) }
      if case .text(let text) = cell {
        append(text)
      } else {
        pending.append(contentsOf: cell.description.utf8)
      }
    }
    try endRow()
  }

  /// Writes a row of texts, such as the header.
  ///
  /// - Throws: ``SinkError``.
  package func write(_ row: [String]) throws {
    for (index, text) in row.enumerated() {
      if index > 0 { pending.append(delimiter) }
      append(text)
    }
    try endRow()
  }

  /// Hands what is still pending to the sink. Writing may go on afterwards.
  ///
  /// - Throws: ``SinkError``.
  package func finish() throws {
    try flush()
  }
}

// MARK: - Cells

extension CSVWriter {
  private func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      let isQuoted = needsQuotes(bytes)
      if isQuoted { pending.append(0x22) }
      if guardFormulas && isFormula(bytes) { pending.append(0x27) }
      if isQuoted || bytes.contains(0) {
        appendEscaped(bytes)
      } else {
        pending.append(contentsOf: bytes)
      }
      if isQuoted { pending.append(0x22) }
    }
  }

  private func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x22: pending.append(contentsOf: [0x22, 0x22])
      // No reader takes a NUL: U+FFFD stands for it.
      case 0: pending.append(contentsOf: [0xEF, 0xBF, 0xBD])
      default: pending.append(byte)
      }
    }
  }

  /// Whether the cell would not read back the same without quotes, here or in other programs.
  private func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    return first == 0x20 || last == 0x20
      || bytes.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0D || $0 == 0x0A }
      // At the start of a file U+FEFF would pass for a byte order mark.
      || (first == 0xEF && bytes.starts(with: TextEncoding.utf8.byteOrderMark))
  }

  /// Whether a spreadsheet program might run the text; a plain number and a lone sign it does not.
  private func isFormula(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes.first {
    case 0x3D, 0x40, 0x09, 0x0D: true
    case 0x2B, 0x2D: !isPlainNumber(bytes.dropFirst())
    default: false
    }
  }

  private func isPlainNumber(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    bytes.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
      && bytes.count { $0 == 0x2E } <= 1
  }
}

// MARK: - Output

extension CSVWriter {
  private func endRow() throws {
    pending.append(0x0D)
    pending.append(0x0A)
    if pending.count >= Self.pieceSize { try flush() }
  }

  private func flush() throws {
    guard !pending.isEmpty else { return }
    if let encoder {
      try pending.withUnsafeBufferPointer { try encode($0, with: encoder) }
    } else {
      try pending.withUnsafeBufferPointer { try sink.write($0) }
    }
    pending.removeAll(keepingCapacity: true)
  }

  private func encode(_ text: UnsafeBufferPointer<UInt8>, with encoder: Transcoder) throws {
    let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.pieceSize)
    defer { output.deallocate() }
    var rest = text
    while !rest.isEmpty {
      let progress = encoder.convert(rest, into: output)
      try sink.write(UnsafeBufferPointer(rebasing: output[..<progress.produced]))
      rest = UnsafeBufferPointer(rebasing: rest[progress.consumed...])
      // The text is whole rows of valid UTF-8, so only a character without a code stops it.
      if progress.stop == .invalid || progress.stop == .inputCut {
        let scalar = String(decoding: rest, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
        throw SinkError(name: name, kind: .cannotEncode(scalar, encoding: "GB18030"))
      }
    }
  }
}
