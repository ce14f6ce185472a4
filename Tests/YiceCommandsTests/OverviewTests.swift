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
}
