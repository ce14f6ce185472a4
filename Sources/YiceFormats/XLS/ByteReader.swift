/// Bytes in memory with little-endian numbers in them; what lies outside is `nil`, never a crash.
struct ByteReader {
  let bytes: [UInt8]

  var count: Int { bytes.count }

  @inline(__always)
  func byte(_ offset: Int) -> Int? {
    bytes.indices.contains(offset) ? Int(bytes[offset]) : nil
  }

  @inline(__always)
  func short(_ offset: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - 2 else { return nil }
    return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
  }

  @inline(__always)
  func long(_ offset: Int) -> Int? {
    guard let low = short(offset), let high = short(offset + 2) else { return nil }
    return low | high << 16
  }

  /// An IEEE double.
  func double(_ offset: Int) -> Double? {
    guard let low = long(offset), let high = long(offset + 4) else { return nil }
    return Double(bitPattern: UInt64(low) | UInt64(high) << 32)
  }
}
