internal import Glibc

/// Bytes that grow at their end; its slices are valid until it grows.
struct ByteStore: ~Copyable {
  private(set) var count = 0
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int

  init(capacity: Int = 4096) {
    self.capacity = max(capacity, 16)
    memory = .allocate(capacity: self.capacity)
  }

  deinit { memory.deallocate() }

  @inline(__always)
  var all: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: count) }

  @inline(__always)
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: memory + range.lowerBound, count: range.count)
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    if count + bytes.count > capacity { grow(to: count + bytes.count) }
    memcpy(memory + count, source, bytes.count)
    count += bytes.count
  }

  private mutating func grow(to wanted: Int) {
    capacity = max(wanted, capacity + capacity / 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    memcpy(larger, memory, count)
    memory.deallocate()
    memory = larger
  }

  /// Takes `_x000D_` and its like, from `start` on, for the characters they stand for.
  mutating func decodeEscapes(from start: Int) {
    // Few texts have any: look for `_x` first.
    var read = start
    while read + 7 <= count, !(memory[read] == 0x5F && memory[read + 1] == 0x78) { read += 1 }
    guard read + 7 <= count else { return }
    var write = read
    var high: UInt32?
    while read < count {
      guard let unit = escape(at: read) else {
        high = nil
        memory[write] = memory[read]
        write += 1
        read += 1
        continue
      }
      read += 7
      // Two halves of one character come as two escapes.
      if (0xD800..<0xDC00).contains(unit) {
        high = unit
        continue
      }
      var value = unit
      if (0xDC00..<0xE000).contains(unit) {
        guard let first = high else { continue }
        value = 0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00)
      }
      high = nil
      guard value != 0, let scalar = UnicodeScalar(value) else { continue }
      for byte in String(Character(scalar)).utf8 {
        memory[write] = byte
        write += 1
      }
    }
    count = write
  }

  private func escape(at start: Int) -> UInt32? {
    guard start + 7 <= count, memory[start] == 0x5F, memory[start + 1] == 0x78, memory[start + 6] == 0x5F
    else {
      return nil
    }
    var value: UInt32 = 0
    for index in start + 2..<start + 6 {
      switch memory[index] {
      case 0x30...0x39: value = value << 4 | UInt32(memory[index] - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(memory[index] - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(memory[index] - 0x57)
      default: return nil
      }
    }
    return value
  }
}
