internal import Glibc

/// The part of a text that is in memory: from the record being read to the end of the last chunk.
struct WindowBuffer: ~Copyable {
  /// Whether the text ends with the window.
  private(set) var isLast = false

  private let chunkSize: Int
  private var memory: UnsafeMutableBufferPointer<UInt8>
  private var start = 0
  private var end = 0
  private var pendingError: (any Error)?

  init(chunkSize: Int) {
    self.chunkSize = max(chunkSize, 1)
    memory = .allocate(capacity: 2 * max(chunkSize, TextInput.minimumRoom))
  }

  deinit {
    memory.deallocate()
  }

  var isEmpty: Bool { start == end }

  /// The bytes held, valid until the next mutation.
  var window: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: memory[start..<end])
  }

  /// Lets go of bytes at the start.
  mutating func drop(_ count: Int) {
    start += count
  }

  /// Adds text to the window, at least as much again as it holds, so that reading a long record
  /// over and over costs time in proportion to its length.
  ///
  /// - Returns: whether the window holds anything now.
  /// - Throws: the input's error, once all text before it was handed out.
  mutating func fill(from input: TextInput) throws -> Bool {
    if let pendingError { throw pendingError }
    moveToFront()
    let goal = end + max(end, 1)
    let before = end
    while end < goal && !isLast {
      let room = max(chunkSize, TextInput.minimumRoom)
      reserve(end + room)
      // UTF-8 comes straight from the file, in chunks of the size asked for.
      let size = input.encoding == .utf8 ? chunkSize : room
      do {
        let count = try input.read(
          into: UnsafeMutableBufferPointer(rebasing: memory[end..<(end + size)]))
        end += count
        isLast = count == 0
      } catch {
        guard end > before else { throw error }
        pendingError = error
        break
      }
    }
    return end > 0
  }

  private mutating func moveToFront() {
    guard start > 0, let base = memory.baseAddress else { return }
    memmove(base, base + start, end - start)
    end -= start
    start = 0
  }

  private mutating func reserve(_ capacity: Int) {
    guard capacity > memory.count else { return }
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(
      capacity: max(capacity, 2 * memory.count))
    _ = larger.update(fromContentsOf: memory[..<end])
    memory.deallocate()
    memory = larger
  }
}
