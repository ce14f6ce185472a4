internal import CYice

#if canImport(Glibc)
  internal import Glibc
#endif

/// The bytes of a whole database file, in a buffer that is used for one file after another.
final class FileImage {
  /// Larger files are read by SQLite itself.
  static let largest = 16 << 20
  static let smallest = 2 << 20

  let bytes: UnsafeMutableRawBufferPointer
  /// Of the file read last.
  private(set) var size = 0

  /// Of the file read last.
  var content: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[..<size]) }

  init(holding size: Int) {
    var capacity = FileImage.smallest
    while capacity < size { capacity *= 2 }
    bytes = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { bytes.deallocate() }

  /// Reads a file that nobody is writing.
  /// - Returns: false when it cannot be had this way: somebody writes it, it does not fit, or its size is not what its
  ///   header says.
  func read(_ path: String) -> Bool {
    size = 0
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    // The end of the lock, too.
    defer { close(file) }
    var status = stat()
    guard yice_lock_shared(file) != 0, fstat(file, &status) == 0, Int(status.st_size) <= bytes.count,
      let start = bytes.baseAddress
    else { return false }
    let wanted = Int(status.st_size)
    var got = 0
    while got < wanted {
      let count = pread(file, start + got, wanted - got, off_t(got))
      guard count > 0 else { return false }
      got += count
    }
    guard hasSoundSize(wanted) else { return false }
    size = wanted
    return true
  }

  /// Takes over a file that is in memory already.
  /// - Returns: false when it does not fit, or its size is not what its header says.
  func copy(_ file: UnsafeRawBufferPointer) -> Bool {
    size = 0
    guard file.count <= bytes.count else { return false }
    bytes.copyMemory(from: file)
    guard hasSoundSize(file.count) else { return false }
    size = file.count
    return true
  }

  /// What the header says of the schema and of how pages are laid out; the schema of a file with the same words may be
  /// the same, one with others is not read alike.
  var layout: [UInt8] {
    size < 100 ? [] : Array(bytes[16..<24]) + Array(bytes[40..<72])
  }

  /// Whether the page count is one that SQLite will believe, and right: beyond it stand bytes of an earlier file.
  private func hasSoundSize(_ count: Int) -> Bool {
    guard count >= 100, bytes[24..<28].elementsEqual(bytes[92..<96]) else { return false }
    let half = Int(bytes[16]) << 8 | Int(bytes[17])
    let page = half == 1 ? 65536 : half
    let pages = bytes[28..<32].reduce(0) { $0 << 8 | Int($1) }
    return page >= 512 && page.nonzeroBitCount == 1 && pages > 0 && pages * page == count
  }
}
