/// A small text file as one text, whatever its encoding.
package enum TextFile {
  /// - Throws: ``CSVError`` when the file cannot be opened, or is in no encoding that is known.
  package static func read(_ path: String) throws -> String {
    let input = try TextInput(file: FileInput(path: path, sourceName: path), forced: nil, chunkSize: 1 << 16)
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { buffer.deallocate() }
    while case let count = try input.read(into: buffer), count > 0 { bytes += buffer[..<count] }
    let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) {
      $0.isNewline
    }
    return lines.joined(separator: "\n")
  }
}
