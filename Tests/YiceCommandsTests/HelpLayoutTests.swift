import Foundation
import Testing
import YiceFormats
import YiceTestSupport

@testable import YiceCommands

@Suite("help for people who read Chinese")
struct HelpLayoutTests {
  private let workdir = Workdir()

  /// Of the parser's own sentences and headings.
  private let english =
    #/\b(USAGE|OPTIONS|ARGUMENTS|SUBCOMMANDS|OVERVIEW|Error|Usage|Help|See|for|the|default|aliases|expected|Missing|Unexpected|Unknown|Show|options|subcommand|value|invalid|Please|mean)\b/#

  @Test("the help of every command stands in columns, and nothing in it is English")
  func everyCommand() throws {
    let tree = try CommandTree.read()
    for (words, command) in tree.all {
      let result = try run(yicePath, words + ["--help"], in: workdir)
      #expect(result.status == 0 && result.err == "")
      // An option's name is what is typed.
      #expect(
        result.out.replacing("--value", with: "").firstMatch(of: english) == nil, "\(words): \(result.out)")
      var columns: Set<Int> = []
      for argument in command.ownArguments where argument.kind != "positional" {
        let line = try #require(
          result.out.split(separator: "\n").first { line in
            line.hasPrefix("  ") && argument.typed.contains { line.split(separator: " ")[0].hasPrefix($0) }
          }, "\(words) \(argument.typed)")
        let text = try #require(argument.abstract)
        guard let start = line.range(of: text) else { continue }
        columns.insert(displayWidth(String(line[..<start.lowerBound])))
      }
      #expect(columns.count == 1, "\(words): \(columns)\n\(result.out)")
    }
  }

  @Test(
    "what the parser complains about is said in Chinese",
    arguments: [
      ["list"], ["list", "a.db", "教师", "--limit"], ["list", "a.db", "教师", "--limit", "x"],
      ["list", "a.db", "教师", "c", "d"], ["list", "a.db", "教师", "--jsno"], ["list", "a.db", "教师", "--json=3"],
      ["oversize", "nope"], ["oversize"], ["help", "list"], ["merge", "a.db"],
    ])
  func complaints(_ words: [String]) throws {
    let result = try run(yicePath, words, in: workdir)
    let said = result.out + result.err
    #expect(said.hasChinese && said.firstMatch(of: english) == nil, "\(said)")
  }

  @Test("a narrow terminal breaks a text under its own column, and no line begins with a closing mark")
  func narrow() {
    let help =
      "OPTIONS:\n  --school <学校>           " + String(repeating: "学校的标识码、名称；", count: 12)
      + "\n  -h, --help              完。\n"
    let lines = HelpLayout.aligned(help, width: 50).split(separator: "\n").map(String.init)
    #expect(lines.count > 4)
    for line in lines.dropFirst() { #expect(displayWidth(line) <= 52, "\(line)") }
    for line in lines.dropFirst(2).dropLast() {
      let text = line.drop { $0 == " " }
      #expect(line.count - text.count == 19 && !"、；".contains(text.first ?? " "), "\(line)")
    }
  }
}
