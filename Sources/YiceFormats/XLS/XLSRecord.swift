/// One record of an .xls workbook: its type and where its content lies.
struct XLSRecord {
  let type: Int
  let body: Range<Int>

  // [MS-XLS] 2.3
  static let formula = 0x0006
  static let eof = 0x000A
  static let dateMode = 0x0022
  static let filePass = 0x002F
  static let continuation = 0x003C
  static let codePage = 0x0042
  static let columnInfo = 0x007D
  static let boundSheet = 0x0085
  static let multipleNumbers = 0x00BD
  static let richText = 0x00D6
  static let extendedFormat = 0x00E0
  static let mergedCells = 0x00E5
  static let sharedStrings = 0x00FC
  static let sharedText = 0x00FD
  static let number = 0x0203
  static let text = 0x0204
  static let booleanOrError = 0x0205
  static let formulaText = 0x0207
  static let row = 0x0208
  static let compactNumber = 0x027E
  static let format = 0x041E
  static let bof = 0x0809
}

/// Goes from record to record.
struct XLSRecords {
  private let stream: ByteReader
  private var offset: Int

  init(_ stream: ByteReader, at offset: Int) {
    self.stream = stream
    self.offset = offset
  }

  /// The next record; `nil` where the stream ends or is cut.
  mutating func next() -> XLSRecord? {
    guard let type = stream.short(offset), let length = stream.short(offset + 2),
      offset + 4 + length <= stream.count
    else { return nil }
    defer { offset += 4 + length }
    return XLSRecord(type: type, body: offset + 4..<offset + 4 + length)
  }

  /// The content of a record just read and of the CONTINUE records behind it.
  mutating func withContinuations(_ record: XLSRecord) -> [Range<Int>] {
    var segments = [record.body]
    while stream.short(offset) == XLSRecord.continuation, let more = next() { segments.append(more.body) }
    return segments
  }
}
