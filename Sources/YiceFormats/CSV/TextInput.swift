/// A text file as a stream of UTF-8, whatever its encoding.
final class TextInput {
  let encoding: TextEncoding
  private let file: FileInput
  private let isDetected: Bool
  private let decoder: Transcoder?

  // Undecoded bytes; unused when the file is UTF-8 already.
  private var raw: [UInt8]
  private var rawCount = 0
  private var isAtEnd = false
  private var counter = LineCounter()

  /// Room that ``read(into:)`` needs to make progress.
  static let minimumRoom = 16

  /// - Parameters:
  ///   - forced: the encoding the user named; `nil` to find it.
  ///   - chunkSize: bytes read from the file at a time.
  /// - Throws: ``CSVError`` for a file that cannot be opened or is not in the encoding.
  init(file: FileInput, forced: TextEncoding?, chunkSize: Int) throws {
    self.file = file
    isDetected = forced == nil
    let found = try EncodingDetector(file: file, chunkSize: max(chunkSize, 4)).detect(
      forced: forced)
    encoding = found.encoding
    if found.encoding == .utf8 {
      decoder = nil
      raw = []
    } else {
      decoder = Transcoder(from: found.encoding.name, to: TextEncoding.utf8.name)
      guard decoder != nil else {
        throw CSVError(
          sourceName: file.sourceName,
          kind: .cannotOpen("系统缺少 \(found.encoding.name) 转换表"))
      }
      // A rest of up to 7 bytes of a cut character stays in front of the next chunk.
      raw = [UInt8](repeating: 0, count: max(chunkSize, 1) + 8)
    }
    try file.seek(to: found.markLength)
  }

  /// Fills the start of `buffer`, which has ``minimumRoom``, with UTF-8.
  ///
  /// - Returns: the number of bytes, 0 at the end of the file.
  /// - Throws: ``CSVError`` at bytes that the encoding does not have, once all before are read.
  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws -> Int {
    guard let decoder else { return try file.read(into: buffer) }
    while true {
      var progress = raw.withUnsafeBufferPointer {
        decoder.convert(UnsafeBufferPointer(rebasing: $0[..<rawCount]), into: buffer)
      }
      if rawCount == 0 { progress.stop = .done }
      keepRest(after: progress.consumed)
      if progress.produced > 0 {
        counter.consume(buffer[..<progress.produced])
        return progress.produced
      }
      switch progress.stop {
      case .invalid: throw error(.invalidBytes(encoding, detected: isDetected))
      case .inputCut where isAtEnd: throw error(.cutCharacter)
      case .done, .inputCut, .outputFull: break
      }
      if isAtEnd { return 0 }
      try readRaw()
    }
  }

  private func readRaw() throws {
    let kept = rawCount
    let count = try raw.withUnsafeMutableBufferPointer {
      try file.read(into: UnsafeMutableBufferPointer(rebasing: $0[kept..<($0.count - 8 + kept)]))
    }
    rawCount += count
    isAtEnd = count == 0
  }

  private func keepRest(after consumed: Int) {
    guard consumed > 0 else { return }
    raw.withUnsafeMutableBufferPointer { bytes in
      for index in consumed..<rawCount { bytes[index - consumed] = bytes[index] }
    }
    rawCount -= consumed
  }

  private func error(_ kind: CSVError.Kind) -> CSVError {
    CSVError(sourceName: file.sourceName, line: counter.line, kind: kind)
  }
}
