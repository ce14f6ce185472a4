internal import CZip
internal import Glibc

/// Writes a zip file of parts held in memory, whole or not at all: a document of the office formats.
package enum ZipWriter {
  /// - Parameter parts: name and content, in the order they are written.
  /// - Throws: ``SinkError``.
  package static func write(_ parts: [(name: String, text: String)], to path: String) throws {
    let name = fileName(of: path)
    var code: Int32 = 0
    guard let archive = zip_open(path, Int32(ZIP_CREATE | ZIP_TRUNCATE), &code) else {
      throw SinkError(name: name, kind: .cannotWrite(systemReason(errno)))
    }
    for part in parts {
      guard add(part.text, as: part.name, to: archive) else {
        zip_discard(archive)
        throw SinkError(name: name, kind: .cannotWrite(systemReason(ENOMEM)))
      }
    }
    // Only now is anything written, beside the file, which then takes its place.
    guard zip_close(archive) == 0 else {
      let reason = systemReason(zip_error_code_system(zip_get_error(archive)))
      zip_discard(archive)
      throw SinkError(name: name, kind: .cannotWrite(reason))
    }
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
