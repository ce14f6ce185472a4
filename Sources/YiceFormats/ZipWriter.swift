internal import CZip
internal import Glibc
internal import YiceFiles

/// Writes a zip file of parts held in memory, whole or not at all: a document of the office formats.
package enum ZipWriter {
  /// - Parameter parts: name and content, in the order they are written.
  /// - Throws: ``SinkError``.
  package static func write(_ parts: [(name: String, text: String)], to path: String) throws {
    guard let bytes = zip(parts) else {
      throw SinkError(name: fileName(of: path), kind: .cannotWrite(systemReason(ENOMEM)))
    }
    try WholeFile.write(path) { sink in try bytes.withUnsafeBufferPointer { try sink.write($0) } }
  }

  /// Made in memory: left to itself the library writes beside the file, under names of its own.
  /// - Returns: nil where memory does not suffice.
  private static func zip(_ parts: [(name: String, text: String)]) -> [UInt8]? {
    guard let memory = zip_source_buffer_create(nil, 0, 0, nil) else { return nil }
    defer { zip_source_free(memory) }
    guard let archive = zip_open_from_source(memory, Int32(ZIP_TRUNCATE), nil) else { return nil }
    // Closing the archive gives back one hold on the memory; the other is ours.
    zip_source_keep(memory)
    guard parts.allSatisfy({ add($0.text, as: $0.name, to: archive) }), zip_close(archive) == 0 else {
      zip_discard(archive)
      return nil
    }
    return content(of: memory)
  }

  private static func content(of memory: OpaquePointer) -> [UInt8]? {
    var status = zip_stat_t()
    guard zip_source_stat(memory, &status) == 0, zip_source_open(memory) == 0 else { return nil }
    defer { zip_source_close(memory) }
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    return zip_source_read(memory, &bytes, status.size) == Int64(status.size) ? bytes : nil
  }

  private static func add(_ text: String, as name: String, to archive: OpaquePointer) -> Bool {
    let bytes = Array(text.utf8)
    guard let copy = malloc(max(1, bytes.count)) else { return false }
    bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { memcpy(copy, start, bytes.count) }
    }
    // The library frees the copy.
    guard let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1) else {
      free(copy)
      return false
    }
    let index = zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    // The same content gives the same file: no clock in it.
    return zip_file_set_dostime(archive, UInt64(index), 0, 33, 0) == 0
  }
}
