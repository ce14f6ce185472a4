import Testing
import YiceTestSupport

@testable import YiceCommands

@Suite("Tab offers the catalog's names")
struct CompletionTests {
  @Test("columns are those of the table typed last; without a table there are none")
  func columns() {
    #expect(Completion.columns(after: ["yice", "set", "教师", "班级", "x"]).contains("班级人数="))
    #expect(Completion.columns(after: ["yice", "list", "一小.db", "teacher", "--where", ""]).contains("任教学科="))
    #expect(Completion.columns(after: ["yice", "set", "一小.db"]) == [])
  }

  @Test(
    "bash completes a table and a column from what is typed",
    arguments: [
      (["list", "一小.db", "教"], "教师"), (["list", "一小.db", "教师", "--where", "任教学科"], "任教学科="),
    ])
  func bash(_ words: [String], _ wanted: String) throws {
    let script = """
      source <("$YICE" --generate-completion-script bash)
      PATH="$(dirname "$YICE"):$PATH"
      COMP_WORDS=(yice "$@"); COMP_CWORD=$#
      _yice yice "${!#}" "${COMP_WORDS[$#-1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let result = try run("/bin/bash", ["-c", script, "bash"] + words, in: Workdir())
    #expect(
      result.out.split(separator: "\n").map { $0.trimmingPrefix(" ") }.contains { $0 == wanted }, "\(result)")
  }
}
