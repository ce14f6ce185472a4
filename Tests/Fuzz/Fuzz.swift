import Glibc
import YiceFormats

/// The file in memory that every input is put into, so that no disk is written.
private let descriptor = open("/dev/shm", temporaryFile | O_RDWR, 0o600)

/// `O_TMPFILE` of Linux, whose definition is too much of a macro for Swift.
private let temporaryFile: CInt = 0o20_000_000 | O_DIRECTORY

/// libFuzzer's door: reads the bytes as whatever they are, a workbook or text, to the last row of each sheet.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, start, count, 0) == count else { return -1 }
  var limits = WorkbookLimits()
  limits.cells = 1 << 20
  do {
    let file = try SheetFile.open("/proc/self/fd/\(descriptor)", limits: limits)
    for sheet in file.sheets.prefix(4) {
      _ = try file.merges(of: sheet)
      let source = try file.rows(of: sheet)
      var row = SheetRow()
      while try source.next(into: &row) {}
    }
  } catch {
    // Refused: as good as read.
  }
  return 0
}
