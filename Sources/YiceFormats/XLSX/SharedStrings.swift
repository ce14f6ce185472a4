internal import Glibc

/// The texts of a workbook that cells refer to by number, end to end in one piece of memory.
final class SharedStrings {
  /// All texts, one after the other; only their readers add to them.
  var bytes = ByteStore()
  private var ends: [UInt32] = []

  /// Number of texts.
  var count: Int { ends.count }

  /// The text of a number; `nil` when the workbook has no such text. Valid as long as the strings are.
  @inline(__always)
  func text(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
    guard index >= 0, index < ends.count else { return nil }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return bytes.slice(start..<Int(ends[index]))
  }

  /// Ends a text: what was added since the last one.
  func close() {
    bytes.decodeEscapes(from: ends.last.map(Int.init) ?? 0)
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
  }
}

/// Reads sharedStrings.xml: the runs of a rich text joined, phonetic runs left out.
final class SharedStringsHandler: XMLHandler {
  let strings = SharedStrings()
  private let limit: Int
  private var isInText = false
  private var isInPhonetic = false

  init(limit: Int) {
    self.limit = limit
    super.init()
  }

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if name[0] == 0x74, name[1] == 0 {
      isInText = !isInPhonetic
    } else if isWord(name, "rPh") {
      isInPhonetic = true
    }
  }

  override func end(_ name: UnsafePointer<CChar>) {
    isInText = false
    if isWord(name, "si") {
      strings.close()
      // Each text costs its bytes and the place where it ends.
      if strings.bytes.count + 4 * strings.count > limit { fail(.tooLarge("工作簿里的文字太多")) }
    } else if isWord(name, "rPh") {
      isInPhonetic = false
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isInText else { return }
    strings.bytes.append(bytes)
    if strings.bytes.count > limit { fail(.tooLarge("工作簿里的文字太多")) }
  }
}
