/// The texts of an .xls workbook: UTF-16, with the upper bytes left out where all are 0, or in the code page of the
/// machine that wrote it (Excel 5 and 95).
struct XLSText {
  /// A text of `count` characters that may go on in the CONTINUE records behind its own.
  struct Source {
    let bytes: ByteReader
    /// The records' contents, one after the other.
    let segments: [Range<Int>]
    private(set) var segment = 0
    private(set) var offset: Int

    init(_ bytes: ByteReader, _ segments: [Range<Int>], from start: Int? = nil) {
      self.bytes = bytes
      self.segments = segments
      offset = start ?? segments.first?.lowerBound ?? 0
    }

    /// Bytes left in this record.
    var rest: Int { segments.indices.contains(segment) ? max(0, segments[segment].upperBound - offset) : 0 }

    /// Goes on to the next record; `false` when there is none.
    mutating func nextSegment() -> Bool {
      guard segment + 1 < segments.count else { return false }
      segment += 1
      offset = segments[segment].lowerBound
      return true
    }

    mutating func byte() -> Int? {
      while rest < 1 { guard nextSegment() else { return nil } }
      defer { offset += 1 }
      return bytes.byte(offset)
    }

    mutating func short() -> Int? {
      guard let low = byte(), let high = byte() else { return nil }
      return low | high << 8
    }

    mutating func long() -> Int? {
      guard let low = short(), let high = short() else { return nil }
      return low | high << 16
    }

    /// Bytes that stand together, at most `count` of them in this record.
    mutating func take(_ count: Int) -> Range<Int> {
      let taken = offset..<offset + min(count, rest)
      offset = taken.upperBound
      return taken
    }

    mutating func skip(_ count: Int) -> Bool {
      var left = count
      while left > 0 {
        if rest == 0 { guard nextSegment() else { return false } }
        left -= take(left).count
      }
      return true
    }
  }

  /// Reads a text of Excel 97 and later: flags, characters, formatting runs, phonetic text.
  ///
  /// - Returns: `false` when the record ends within the text.
  static func append(_ source: inout Source, characters: Int, to text: inout ByteStore) -> Bool {
    guard var flags = source.byte() else { return false }
    var runs = 0
    var phonetic = 0
    if flags & 0x08 != 0 {
      guard let count = source.short() else { return false }
      runs = count
    }
    if flags & 0x04 != 0 {
      guard let size = source.long() else { return false }
      phonetic = size
    }
    var left = characters
    var high: UInt32?
    while left > 0 {
      if source.rest == 0 {
        // What goes on in the next record says anew whether it is wide.
        guard source.nextSegment(), let again = source.byte() else { return false }
        flags = again
      }
      let width = flags & 1 == 0 ? 1 : 2
      let taken = source.take(min(left * width, source.rest))
      guard taken.count >= width else { return false }
      for offset in stride(from: taken.lowerBound, to: taken.upperBound - width + 1, by: width) {
        let unit = width == 1 ? source.bytes.byte(offset) : source.bytes.short(offset)
        append(UInt32(unit ?? 0xFFFD), &high, to: &text)
      }
      left -= taken.count / width
    }
    return source.skip(4 * runs + phonetic)
  }

  private static func append(_ unit: UInt32, _ high: inout UInt32?, to text: inout ByteStore) {
    if (0xD800..<0xDC00).contains(unit) {
      high = unit
      return
    }
    var value = unit
    if (0xDC00..<0xE000).contains(unit) {
      value = high.map { 0x10000 + ($0 - 0xD800) << 10 + (unit - 0xDC00) } ?? 0xFFFD
    }
    high = nil
    if value == 0 { return }
    text.append(UnicodeScalar(value) ?? "\u{FFFD}")
  }

  /// Reads a text in a code page.
  static func decode(_ bytes: ArraySlice<UInt8>, codePage: Int) -> String {
    let name =
      switch codePage {
      case 936, 54_936, 0: "GB18030"
      case 950: "BIG5"
      case 932: "CP932"
      case 949: "CP949"
      case 1250...1258: "CP\(codePage)"
      default: "CP1252"
      }
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    // Web systems write the text of a Chinese machine under a Western code page, or under none.
    if !name.hasPrefix("CP125") || !isChinese(bytes) { return decoded(bytes, name) ?? "" }
    return decoded(bytes, "GB18030") ?? decoded(bytes, name) ?? ""
  }

  /// Whether bytes look like GBK: those above 0x7F come in pairs of a lead and a trail byte, most of them common Chinese
  /// characters.
  private static func isChinese(_ bytes: ArraySlice<UInt8>) -> Bool {
    var index = bytes.startIndex
    var pairs = 0
    var common = 0
    while index < bytes.endIndex {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      guard bytes[index] >= 0x81, bytes[index] <= 0xFE, index + 1 < bytes.endIndex, bytes[index + 1] >= 0x40,
        bytes[index + 1] != 0x7F, bytes[index + 1] != 0xFF
      else { return false }
      pairs += 1
      // GB2312's characters and punctuation; two accented letters in a row are rare in Western text.
      if (0xA1...0xF7).contains(bytes[index]), bytes[index + 1] >= 0xA1 { common += 1 }
      index += 2
    }
    return pairs > 0 && 2 * common >= pairs
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>, _ name: String) -> String? {
    guard let decoder = Transcoder(from: name, to: TextEncoding.utf8.name) else { return nil }
    var output = [UInt8](repeating: 0, count: 4 * bytes.count + 16)
    let produced = Array(bytes).withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { decoder.convert(input, into: $0).produced }
    }
    return String(decoding: output.prefix(produced), as: UTF8.self)
  }
}

extension ByteStore {
  /// Appends a character.
  mutating func append(_ scalar: UnicodeScalar) {
    var bytes: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
    var count = 0
    withUnsafeMutableBytes(of: &bytes) { buffer in
      for byte in UTF8.encode(scalar) ?? UTF8.EncodedScalar() {
        buffer[count] = byte
        count += 1
      }
    }
    withUnsafeBytes(of: bytes) {
      append(UnsafeBufferPointer(rebasing: $0.bindMemory(to: UInt8.self)[..<count]))
    }
  }
}
