internal import YiceFormats
internal import YiceModel
internal import YiceReport

#if canImport(Glibc)
  internal import Glibc
#endif

/// stdout is the answer, stderr is talk. The one way out: whatever a file says is shown, never obeyed by the terminal.
enum Output {
  static func print(_ text: String) { write(text, to: 1) }

  static func printToError(_ text: String) { write(text, to: 2) }

  /// A line of talk.
  static func say(_ text: String) { printToError(text + "\n") }

  static func complain(_ text: String) { printToError("错误：\(text)\n") }

  static var errorIsTerminal: Bool { isatty(2) == 1 }

  /// Prints a listing in the format asked for.
  static func print(_ listing: Listing, as format: OutputFormat, maximumCellWidth: Int? = 40) throws {
    switch format {
    case .text: listing.renderText(maximumCellWidth: maximumCellWidth) { write($0, to: 1) }
    case .json: print(listing.json.rendered(pretty: true) + "\n")
    case .csv: try listing.writeCSV(to: standardOutput)
    case .jsonLines: try listing.writeJSONLines(to: standardOutput)
    case .markdown: print(listing.markdown)
    case .file(let path, let encoding):
      guard let format = ListingFile.Format(path: path) else { return }
      try ListingFile.write(listing, to: path, as: format, encoding: encoding)
      say("已写入 \(path)（\(listing.rows.count) 行）。")
    }
  }

  /// CSV and JSON Lines keep data as they are for the program that reads them; a terminal is no such program.
  private static var standardOutput: any TextSink {
    let out = FileSink(descriptor: 1, name: "标准输出")
    return isatty(1) == 1 ? HarmlessSink(out) : out
  }

  /// Moves the cursor: the program's own words to the terminal, never a file's.
  static func control(_ text: StaticString) {
    text.withUTF8Buffer { writeAsIs(UnsafeRawBufferPointer($0), to: 2) }
  }

  /// Findings, worst first as they stand in the sheet; errors and warnings are talk.
  static func print(_ findings: [Finding]) {
    for finding in findings { say(finding.description) }
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    guard let harmless = HarmlessText.rewritten(bytes) else { return writeAsIs(bytes, to: descriptor) }
    harmless.withUnsafeBytes { writeAsIs($0, to: descriptor) }
  }

  private static func writeAsIs(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
      guard written > 0 else { return }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }
}

/// Data for eyes: what a terminal would obey is shown by signs.
private final class HarmlessSink: TextSink {
  private let sink: any TextSink

  init(_ sink: any TextSink) { self.sink = sink }

  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard let harmless = HarmlessText.rewritten(UnsafeRawBufferPointer(bytes)) else {
      return try sink.write(bytes)
    }
    try harmless.withUnsafeBufferPointer(sink.write)
  }
}
