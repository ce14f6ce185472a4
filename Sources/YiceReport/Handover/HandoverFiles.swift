internal import YiceFiles
internal import YiceFormats
internal import YiceStore

#if canImport(Glibc)
  internal import Glibc
#endif

/// The small files of a hand-over, and what stands there from a run before.
enum HandoverFiles {
  /// Writes a text unless it stands there already.
  /// - Parameter name: below the root.
  /// - Throws: `SinkError`.
  static func write(_ text: String, _ root: String, _ name: String) throws -> HandoverCSV.Entry {
    let bytes = Array(text.utf8)
    let digest = SHA256.hex(of: bytes)
    if self.digest(root + name) != digest { try WholeFile.write(root + name, text: text) }
    return HandoverCSV.Entry(name: name, rows: 0, bytes: bytes.count, sha256: digest)
  }

  /// Makes a folder, and those above it, where they are missing.
  static func makeFolder(_ path: String) {
    var built = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      built += part + "/"
      mkdir(built, 0o777)
    }
  }

  /// nil where there is no such file.
  static func text(_ path: String) -> String? {
    var bytes: [UInt8] = []
    guard read(path, { bytes.append(contentsOf: $0) }) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// SHA-256; nil where there is no such file.
  static func digest(_ path: String) -> String? {
    let digest = SHA256.Stream()
    return read(path) { digest.add($0) } ? digest.finish() : nil
  }

  private static func read(_ path: String, _ body: (UnsafeRawBufferPointer) -> Void) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      guard count >= 0 else { return false }
      guard count > 0 else { return true }
      body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }
}
