internal import Glibc

/// The XML of one sheet, unpacked whole: it is asked for its first rows, its merged cells and its rows, and unpacking costs
/// as much as reading.
final class SheetBytes {
  /// Behind the bytes stand zeros, which XML never holds: a search for anything else ends there.
  let bytes: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  /// Where the rows begin, and what stands before them, once that was read.
  var start: Start?

  struct Start {
    /// Nil: not as `PlainRows` reads them.
    var position: Int?
    var remarks = SheetRemarks()
  }

  /// Larger sheets are unpacked as they are read.
  static let largest = 8 << 20
  private static let padding = 16

  /// - Returns: `nil` for a sheet that is larger, or cannot be unpacked; reading it row by row tells where.
  init?(_ part: ZipPart) {
    let size = part.size
    guard size <= SheetBytes.largest else { return nil }
    bytes = .allocate(capacity: size + SheetBytes.padding)
    bytes.initialize(repeating: 0, count: size + SheetBytes.padding)
    while count < size {
      guard let read = try? part.read(into: bytes + count, count: size - count), read > 0 else { return nil }
      count += read
    }
    // The checksum is looked at behind the last byte.
    var more: UInt8 = 0
    guard (try? part.read(into: &more, count: 1)) == 0 else { return nil }
  }

  deinit { bytes.deallocate() }

  /// Whether it is known without parsing that no cells are merged: in XML as plain as `PlainRows` reads, whose names are
  /// written out, no such element is named. Most sheets have long tails of checks and colours.
  var hasNoMerges: Bool {
    guard start?.position != nil else { return false }
    let (end, name) = (bytes + count, Array("mergeCell".utf8))
    let capital = 5
    var next = bytes + min(capital, count)
    // From one capital C to the next: few of a sheet's names have one.
    while let hit = memchr(next, Int32(name[capital]), end - next) {
      let found = hit.assumingMemoryBound(to: UInt8.self)
      // The zeros behind the last byte are compared at most.
      if memcmp(found - capital, name, name.count) == 0 { return false }
      next = found + 1
    }
    return true
  }

  /// Reads them from the start.
  func reader() -> any XMLInput { Reader(self) }

  private final class Reader: XMLInput {
    private let source: SheetBytes
    private var position = 0

    init(_ source: SheetBytes) { self.source = source }

    func read(into buffer: UnsafeMutableRawPointer, count: Int) -> Int {
      let taken = min(count, source.count - position)
      memcpy(buffer, source.bytes + position, taken)
      position += taken
      return taken
    }
  }
}
