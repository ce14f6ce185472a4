internal import CZip
internal import Glibc
internal import YiceFiles

/// The parts of a workbook, read through libzip.
final class ZipContainer {
  let sourceName: String
  private let archive: OpaquePointer

  /// - Throws: ``WorkbookError`` when the file cannot be opened or is cut.
  init(path: String, sourceName: String) throws {
    self.sourceName = sourceName
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
      let reason = errno
      let kind: WorkbookError.Kind =
        switch code {
        case ZIP_ER_OPEN, ZIP_ER_NOENT, ZIP_ER_READ, ZIP_ER_SEEK: .cannotOpen(systemReason(reason))
        default: .cut
        }
      throw WorkbookError(sourceName: sourceName, kind: kind)
    }
    self.archive = archive
  }

  /// - Parameter bytes: an archive in memory.
  /// - Throws: ``WorkbookError``.
  init(bytes: [UInt8], sourceName: String) throws {
    self.sourceName = sourceName
    var failure = zip_error_t()
    // The archive frees the copy that it reads from.
    guard let copy = malloc(max(bytes.count, 1)) else {
      throw WorkbookError(sourceName: sourceName, kind: .cannotOpen("内存不足"))
    }
    bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, bytes.count) } }
    guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &failure) else {
      free(copy)
      throw WorkbookError(sourceName: sourceName, kind: .cut)
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
      zip_source_free(source)
      throw WorkbookError(sourceName: sourceName, kind: .cut)
    }
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  /// Whether there is a part of that name, upper and lower case not told apart.
  func contains(_ name: String) -> Bool { locate(name) >= 0 }

  /// The number of a part; some writers separate folders as Windows does, or begin at the root.
  private func locate(_ name: String) -> Int64 {
    let found = zip_name_locate(archive, name, flags)
    return found >= 0 ? found : odd[name.lowercased()] ?? -1
  }

  /// Parts whose names are not as they should be, by what they should be in small letters.
  private lazy var odd: [String: Int64] = {
    var names: [String: Int64] = [:]
    for index in 0..<min(zip_get_num_entries(archive, 0), 100_000) {
      guard let text = zip_get_name(archive, UInt64(index), 0) else { continue }
      let name = String(cString: text)
      let tidy = name.replacing("\\", with: "/").split(separator: "/").filter { $0 != "." }
        .joined(separator: "/")
      if tidy != name, names[tidy.lowercased()] == nil { names[tidy.lowercased()] = index }
    }
    return names
  }()

  /// Opens a part for reading from its start; `nil` when there is none of that name.
  ///
  /// - Parameter limit: bytes it may have when unpacked.
  /// - Throws: ``WorkbookError`` when it is encrypted, packed in an unusual way or claims to be larger.
  func open(_ name: String, limit: Int, limits: WorkbookLimits) throws -> ZipPart? {
    let index = locate(name)
    guard index >= 0 else { return nil }
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, UInt64(index), 0, &status) == 0 else { throw error(.cut) }
    guard status.encryption_method == UInt16(ZIP_EM_NONE) else { throw error(.encrypted) }
    guard status.size <= UInt64(limit) else { throw error(.tooLarge("工作簿展开后太大")) }
    guard let file = zip_fopen_index(archive, UInt64(index), 0) else { throw error(.cut) }
    let byRatio = max(UInt64(limits.ratioFloor), min(status.comp_size, 1 << 40) * UInt64(limits.ratio))
    return ZipPart(
      file: file, sourceName: sourceName, size: Int(status.size), limit: min(limit, Int(byRatio)))
  }

  private var flags: UInt32 { UInt32(ZIP_FL_NOCASE) }

  private func error(_ kind: WorkbookError.Kind) -> WorkbookError {
    WorkbookError(sourceName: sourceName, kind: kind)
  }
}

/// One part of a workbook, unpacked as it is read.
final class ZipPart {
  private let file: OpaquePointer
  private let sourceName: String
  /// Bytes that it says it has.
  let size: Int
  private let limit: Int
  private var total = 0

  init(file: OpaquePointer, sourceName: String, size: Int, limit: Int) {
    self.size = size
    self.file = file
    self.sourceName = sourceName
    self.limit = limit
  }

  deinit { zip_fclose(file) }

  /// Fills the start of `buffer`.
  ///
  /// - Returns: the number of bytes, 0 at the end of the part.
  /// - Throws: ``WorkbookError`` when the part is cut, fails its checksum or grows beyond the limit.
  func read(into buffer: UnsafeMutableRawPointer, count: Int) throws -> Int {
    let read = zip_fread(file, buffer, UInt64(count))
    guard read >= 0 else { throw WorkbookError(sourceName: sourceName, kind: .cut) }
    total += Int(read)
    guard total <= limit else {
      throw WorkbookError(sourceName: sourceName, kind: .tooLarge("工作簿展开后太大"))
    }
    return Int(read)
  }
}
