import Testing
import YiceTestSupport

@Suite("the program at the door")
struct OverviewTests {
  private let workdir = Workdir()

  @Test(
    "the overview is the golden one, by whatever word it is asked for",
    arguments: ["", "--help", "-h", "help", "帮助"])
  func overview(_ word: String) throws {
    let result = try run(yicePath, word.isEmpty ? [] : [word], in: workdir)
    #expect(result.status == 0)
    #expect(result.err == "")
    try expectGolden(result.out, "Tests/YiceCommandsTests/Golden/overview.txt")
  }

  @Test("--version is answered at the door as the commands answer it: program, file format, SQLite")
  func version() throws {
    let result = try run(yicePath, ["--version"], in: workdir)
    let asked = try run(yicePath, ["info", "--version"], in: workdir)
    #expect(result.status == 0 && result.err == "")
    #expect(result.out.split(separator: "\n").count == 3 && result.out.hasPrefix("yice "), "\(result.out)")
    #expect(asked.status == 0 && asked.out == result.out)
  }

  @Test(
    "a word that is no command is named, with the nearest that is",
    arguments: [
      ("mrege", "yice merge"), ("indicator", "yice indicators"), ("合井", "yice 合并"),
      ("一小.db", "yice info 一小.db"),
    ])
  func unknown(_ word: String, _ hint: String) throws {
    let result = try run(yicePath, [word, "县.db", "x.db"], in: workdir)
    #expect(result.status == 64 && result.out == "")
    #expect(result.err.contains("没有叫“\(word)”的命令") && result.err.contains(hint), "\(result.err)")
  }

  @Test("nothing is guessed for a word that is like no command")
  func unlike() throws {
    let result = try run(yicePath, ["xyzzyq"], in: workdir)
    #expect(result.status == 64 && !result.err.contains("是不是要写"), "\(result.err)")
  }
}
