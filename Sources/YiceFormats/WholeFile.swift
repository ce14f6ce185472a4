internal import YiceFiles

/// Writes a file of text whole or not at all.
package enum WholeFile {
  /// - Throws: ``SinkError`` under the wanted name, and what the body throws; what stood at `path` is there still.
  package static func write(_ path: String, _ body: (any TextSink) throws -> Void) throws {
    let name = fileName(of: path)
    do {
      let file = try NewFile(for: path, replacing: true)
      try body(FileSink(descriptor: file.descriptor, name: name))
      try file.publish()
    } catch let failure as FileFailure {
      throw SinkError(failure, name: name)
    }
  }

  /// - Throws: ``SinkError``.
  package static func write(_ path: String, text: String) throws {
    var text = text
    try text.withUTF8 { bytes in try write(path) { try $0.write(bytes) } }
  }
}
