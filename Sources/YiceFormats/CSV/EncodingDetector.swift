/// Finds the encoding of a text file by looking at all of it.
struct EncodingDetector {
  let file: FileInput
  let chunkSize: Int

  /// After this many characters that are valid UTF-8, a wrong byte is damage and not another
  /// encoding: GB18030 text passes for one such character about one time in seven.
  static let proofOfUTF8 = 16

  struct Result: Equatable {
    var encoding: TextEncoding
    /// Bytes to skip at the start of the file.
    var markLength: Int
  }

  /// Finds the encoding: a byte order mark, else strict UTF-8, else GB18030.
  ///
  /// - Parameter forced: an encoding the user named; only its byte order mark is looked for.
  /// - Throws: ``CSVError`` when the file can only be UTF-8 and is not, or is cut in a character.
  func detect(forced: TextEncoding?) throws -> Result {
    let head = try readHead()
    let candidates = forced.map { [$0] } ?? TextEncoding.allCases
    if let marked = candidates.first(where: { head.starts(with: $0.byteOrderMark) }) {
      let length = marked.byteOrderMark.count
      if marked == .utf8 { try requireUTF8(from: length) }
      return Result(encoding: marked, markLength: length)
    }
    guard let forced else {
      return Result(encoding: try isUTF8() ? .utf8 : .gb18030, markLength: 0)
    }
    if forced == .utf8 { try requireUTF8(from: 0) }
    return Result(encoding: forced, markLength: 0)
  }

  private func readHead() throws -> [UInt8] {
    var head: [UInt8] = []
    try file.forEachChunk(size: 4) { bytes in
      head.append(contentsOf: bytes)
      return head.count < 4
    }
    return head
  }

  private func check(from offset: Int) throws -> UTF8Check {
    var check = UTF8Check()
    try file.forEachChunk(from: offset, size: chunkSize) { check.consume($0) }
    return check
  }

  private func isUTF8() throws -> Bool {
    let check = try check(from: 0)
    if check.invalidOffset == nil && !check.isCut { return true }
    let proof = check.invalidOffset == nil ? 1 : Self.proofOfUTF8
    guard check.multibyteCount >= proof else { return false }
    throw try error(check, from: 0)
  }

  private func requireUTF8(from offset: Int) throws {
    let check = try check(from: offset)
    if check.invalidOffset != nil || check.isCut { throw try error(check, from: offset) }
  }

  /// The error for a failed check, with the line counted in a second look at the file.
  private func error(_ check: UTF8Check, from start: Int) throws -> CSVError {
    var counter = LineCounter()
    var left = check.invalidOffset ?? Int.max
    try file.forEachChunk(from: start, size: chunkSize) { bytes in
      counter.consume(bytes.prefix(left))
      left -= min(left, bytes.count)
      return left > 0
    }
    return CSVError(
      sourceName: file.sourceName, line: counter.line,
      kind: check.invalidOffset == nil
        ? .cutCharacter : .invalidBytes(.utf8, detected: false))
  }
}
