import Testing
import YiceTestSupport

/// Runs `scripts/peers`: other programs' workbooks into yice, and yice's into them.
struct PeersTests {
  /// Nothing is installed by a test: what the machine has is asked.
  private static let isMissing: Bool = {
    let script =
      "python3 -c 'import openpyxl, xlsxwriter' || /usr/bin/python3 -c 'import openpyxl, xlsxwriter'"
    return (try? run("/bin/bash", ["-c", script], in: Workdir()))?.status != 0
  }()

  @Test(
    "openpyxl, XlsxWriter and LibreOffice write what is read, and read what is written",
    .disabled(
      if: isMissing, "没有 openpyxl 和 XlsxWriter，跳过（apt-get install python3-openpyxl python3-xlsxwriter）"))
  func peers() throws {
    let result = try run(Repository.root + "/scripts/peers", [], in: Workdir())
    #expect(result.status == 0, "\(result.out)\(result.err)")
    #expect(result.out.hasSuffix("项相符\n"), "\(result.out)")
    // LibreOffice is large: its part is left out where it is not installed, and that is said.
    if !result.out.contains("、LibreOffice：") { #expect(result.out.contains("跳过 LibreOffice")) }
  }
}
