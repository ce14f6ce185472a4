internal import Glibc

/// XML in an encoding that expat does not know, such as the GBK of home-made writers, as UTF-8.
final class DecodedXML: XMLInput {
  private let input: any XMLInput
  private let decoder: Transcoder
  private let sourceName: String
  private var raw: [UInt8]
  private var isAtEnd = false

  private init(_ input: any XMLInput, head: [UInt8], decoder: Transcoder, sourceName: String) {
    self.input = input
    self.decoder = decoder
    self.sourceName = sourceName
    raw = head
  }

  /// Encodings that expat reads by itself.
  private static let known: Set = ["UTF-8", "UTF-16", "ISO-8859-1", "US-ASCII", "UTF8", "ASCII"]

  /// The input as expat can read it: from its first letter on, decoded where its declaration asks for that.
  static func utf8(_ input: any XMLInput, sourceName: String) throws -> any XMLInput {
    var head = [UInt8](repeating: 0, count: 512)
    var count = 0
    while count < head.count {
      let read = try head.withUnsafeMutableBytes { bytes in
        try bytes.baseAddress.map { try input.read(into: $0 + count, count: bytes.count - count) } ?? 0
      }
      if read == 0 { break }
      count += read
    }
    head.removeLast(head.count - count)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = head.starts(with: mark) ? mark.count : 0
    // Web systems leave blank lines before the declaration.
    let blank = head[start...].prefix { $0 <= 0x20 && $0 != 0 }.count
    if blank > 0 { head.removeFirst(start + blank) }
    guard start == 0, let name = encoding(of: head), !known.contains(name) else {
      return PrefixedXML(head, input)
    }
    let isChinese = ["GBK", "GB2312", "GB18030", "CP936", "X-GBK", "GB_2312-80"].contains(name)
    guard let decoder = Transcoder(from: isChinese ? "GB18030" : name, to: TextEncoding.utf8.name) else {
      return PrefixedXML(head, input)
    }
    return DecodedXML(input, head: head, decoder: decoder, sourceName: sourceName)
  }

  /// The encoding that `<?xml … encoding="GBK"?>` names, in capitals.
  private static func encoding(of head: [UInt8]) -> String? {
    let text = String(decoding: head.prefix(200), as: UTF8.self)
    guard text.hasPrefix("<?xml"), let end = text.firstIndex(of: ">") else { return nil }
    let declaration = text[..<end]
    guard let word = declaration.firstRange(of: "encoding") else { return nil }
    let rest = declaration[word.upperBound...].drop { $0 == "=" || $0.isWhitespace }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    let name = rest.dropFirst().prefix { $0 != quote }.uppercased()
    return name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x2F } ? name : nil
  }

  func read(into buffer: UnsafeMutableRawPointer, count: Int) throws -> Int {
    let output = UnsafeMutableBufferPointer(
      start: buffer.assumingMemoryBound(to: UInt8.self), count: count)
    while true {
      if !raw.isEmpty {
        let progress = raw.withUnsafeBufferPointer { decoder.convert($0, into: output) }
        raw.removeFirst(progress.consumed)
        if progress.produced > 0 { return progress.produced }
        if progress.stop == .invalid || (progress.stop == .inputCut && isAtEnd) {
          throw WorkbookError(sourceName: sourceName, kind: .damaged("文字不符合它所声明的编码"))
        }
      }
      if isAtEnd { return 0 }
      let kept = raw.count
      raw += [UInt8](repeating: 0, count: max(count / 4, 256))
      let read = try raw.withUnsafeMutableBytes { bytes in
        try bytes.baseAddress.map { try input.read(into: $0 + kept, count: bytes.count - kept) } ?? 0
      }
      raw.removeLast(raw.count - kept - read)
      isAtEnd = read == 0
    }
  }
}

/// An input whose first bytes were looked at.
private final class PrefixedXML: XMLInput {
  private var head: ArraySlice<UInt8>
  private let input: any XMLInput

  init(_ head: [UInt8], _ input: any XMLInput) {
    self.head = head[...]
    self.input = input
  }

  func read(into buffer: UnsafeMutableRawPointer, count: Int) throws -> Int {
    guard !head.isEmpty else { return try input.read(into: buffer, count: count) }
    let taken = min(count, head.count)
    head.withUnsafeBytes { if let base = $0.baseAddress { memcpy(buffer, base, taken) } }
    head.removeFirst(taken)
    return taken
  }
}
