internal import Synchronization
internal import YiceFiles
internal import YiceFormats
internal import YiceModel
internal import YiceReport

#if canImport(Glibc)
  internal import Glibc
#endif

/// stdout is the answer, stderr is talk. The one way out: whatever a file says is shown, never obeyed by the terminal.
/// Decision 0091.
enum Output {
  static func print(_ text: String) {
    var text = text
    text.withUTF8 { StandardOutput.write(UnsafeRawBufferPointer($0)) }
  }

  static func printToError(_ text: String) {
    var text = text
    // Where even this cannot be said there is nobody left to tell.
    text.withUTF8 { bytes in
      HarmlessText.showing(UnsafeRawBufferPointer(bytes)) { _ = writeAll($0, to: 2) }
    }
  }

  /// A line of talk.
  static func say(_ text: String) { printToError(text + "\n") }

  static func complain(_ text: String) { printToError("错误：\(text)\n") }

  static var errorIsTerminal: Bool { isatty(2) == 1 }

  /// Gives an answer in the format asked for.
  static func print(_ answer: any Answer, as format: OutputFormat, maximumCellWidth: Int? = 40) throws {
    let renderer = Renderer(screen: StandardOutput.screen, data: StandardOutput.data)
    if let words = try renderer.render(answer, as: format, maximumCellWidth: maximumCellWidth) { say(words) }
  }

  /// Moves the cursor: the program's own words to the terminal, never a file's.
  static func control(_ text: StaticString) {
    text.withUTF8Buffer { _ = writeAll(UnsafeRawBufferPointer($0), to: 2) }
  }

  /// Findings, worst first as they stand in the sheet; errors and warnings are talk.
  static func print(_ findings: [Finding]) {
    for finding in findings { say(finding.description) }
  }
}

/// Standard output. A part of the answer that cannot be written makes the whole answer worthless: the first failure is
/// kept, nothing more is written, and the program says so at its end.
enum StandardOutput {
  private static let failure = Mutex<Int32>(0)

  /// For eyes: what a terminal would obey is shown by signs.
  static let screen: any TextSink & Sendable = Sink(isForEyes: true)

  /// CSV and JSON Lines keep data as they are for the program that reads them; a terminal is no such program.
  static let data: any TextSink & Sendable = Sink(isForEyes: isatty(1) == 1)

  /// The answer cannot arrive any more; why is told by `finish`.
  struct Lost: Error {}

  /// For eyes: what a terminal would obey is shown by signs.
  static func write(_ bytes: UnsafeRawBufferPointer) { HarmlessText.showing(bytes, writeAsIs) }

  private static func writeAsIs(_ bytes: UnsafeRawBufferPointer) {
    failure.withLock { failure in
      if failure == 0 { failure = writeAll(bytes, to: 1) }
    }
  }

  /// How the program ends: as the command says, unless its answer did not arrive.
  static func finish(_ status: ExitStatus) -> Int32 {
    let number = failure.withLock { failure in
      // Some disks report only now that they are full.
      if failure == 0, close(1) != 0 { failure = errno }
      return failure
    }
    switch number {
    case 0: return status.rawValue
    // Whoever read has had enough (head, less): no complaint, and the status of a program that this signal ends.
    case EPIPE: return 128 + SIGPIPE
    default:
      Output.complain("标准输出：写不进去（\(systemReason(number))），结果不完整。请检查剩余空间，或换一个位置。")
      return ExitStatus.failed.rawValue
    }
  }

  private final class Sink: TextSink, Sendable {
    private let isForEyes: Bool

    init(isForEyes: Bool) { self.isForEyes = isForEyes }

    func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
      let bytes = UnsafeRawBufferPointer(bytes)
      if isForEyes { StandardOutput.write(bytes) } else { StandardOutput.writeAsIs(bytes) }
      // Nobody waits for the rest of a long answer.
      guard failure.withLock({ $0 == 0 }) else { throw Lost() }
    }
  }
}
