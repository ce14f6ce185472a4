import Foundation
import Testing
import YiceTestSupport

/// A folder with a school file of two teachers, made by the program itself.
struct Office {
  let workdir = Workdir()

  init() throws {
    let made = try yice(
      "new", "a.db", "--org", "2133000001", "--name", "第一小学", "--kind", "小学", "--county", "330100", "--year",
      "2022")
    #expect(made.status == 0, "\(made.err)")
    try workdir.write("t.csv", "教师编号,姓名,任教学段,任教学科,专任教师\nT001,王芳,小学,语文,是\nT002,欧阳娜娜,小学,体育,否\n")
    let imported = try yice("import", "a.db", "教师", "t.csv")
    #expect(imported.status == 0, "\(imported.err)")
  }

  func yice(_ arguments: String..., input: String? = nil) throws -> ProgramResult {
    try run(yicePath, arguments, in: workdir, input: input)
  }

  /// Runs the program after a line of shell, e.g. `ulimit -f 10`.
  func yice(after line: String, _ arguments: String...) throws -> ProgramResult {
    try run("/bin/bash", ["-c", line + #"; exec "$YICE" "$@""#, "yice"] + arguments, in: workdir)
  }

  func bytes(_ name: String = "a.db") throws -> [UInt8] { try workdir.bytes(name) }

  /// The command fails, says just this, answers nothing, and leaves the file byte for byte as it was.
  func expectRefused(
    _ result: () throws -> ProgramResult, status: Int32, err: String, file: String = "a.db",
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let before = try? bytes(file)
    let result = try result()
    #expect(result.status == status, sourceLocation: sourceLocation)
    #expect(result.err == err, sourceLocation: sourceLocation)
    #expect(result.out == "", sourceLocation: sourceLocation)
    #expect((try? bytes(file)) == before, sourceLocation: sourceLocation)
    #expect((try? bytes(file + "-journal")) == nil, sourceLocation: sourceLocation)
  }
}

/// A folder in which the program is run.
protocol Desk {
  var workdir: Workdir { get }
}

extension Desk {
  func yice(_ arguments: [String]) throws -> ProgramResult { try run(yicePath, arguments, in: workdir) }

  /// The command ends with the status; gives what it said.
  @discardableResult
  func does(
    _ arguments: String..., status: Int32 = 0, says: String...,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> ProgramResult {
    let result = try yice(arguments)
    #expect(
      result.status == status, "\(arguments) \(result.out)\(result.err)", sourceLocation: sourceLocation)
    for words in says {
      #expect(
        (result.out + result.err).contains(words), "\(result.out)\(result.err)",
        sourceLocation: sourceLocation)
    }
    return result
  }
}

/// The text as JSON.
func json(_ text: String) throws -> Any {
  try JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed])
}
