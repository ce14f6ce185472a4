internal import Glibc
internal import YiceFiles

/// An open regular file, read forwards and from the start again.
final class FileInput {
  let sourceName: String
  private let descriptor: Int32

  /// - Throws: ``CSVError`` when the path does not lead to a regular file that can be read.
  init(path: String, sourceName: String) throws {
    self.sourceName = sourceName
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CSVError(sourceName: sourceName, kind: .cannotOpen(systemReason(errno)))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw CSVError(sourceName: sourceName, kind: .cannotOpen(systemReason(errno)))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      throw CSVError(sourceName: sourceName, kind: .cannotOpen(systemReason(EISDIR)))
    default:
      throw CSVError(sourceName: sourceName, kind: .cannotOpen("不是普通文件"))
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Fills the start of `buffer`.
  ///
  /// - Returns: the number of bytes read, 0 at the end of the file.
  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR {
        throw CSVError(sourceName: sourceName, kind: .cannotRead(systemReason(errno)))
      }
    }
  }

  /// Goes on reading at `offset` bytes from the start.
  func seek(to offset: Int) throws {
    guard lseek(descriptor, offset, SEEK_SET) >= 0 else {
      throw CSVError(sourceName: sourceName, kind: .cannotRead(systemReason(errno)))
    }
  }

  /// Calls `body` with each piece of the file from `offset` on, until it returns `false`.
  func forEachChunk(
    from offset: Int = 0, size: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws {
    try seek(to: offset)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: size)
    defer { buffer.deallocate() }
    while case let count = try read(into: buffer), count > 0 {
      guard body(UnsafeBufferPointer(rebasing: buffer[..<count])) else { return }
    }
  }
}
