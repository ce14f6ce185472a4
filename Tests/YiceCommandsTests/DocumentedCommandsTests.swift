import ArgumentParser
import Foundation
import Testing
import YiceModel
import YiceTestSupport

@testable import YiceCommands

@Suite("what is documented is what there is (Decision 0111)")
struct DocumentedCommandsTests {
  private let workdir = Workdir()
  private let tree: CommandTree

  init() throws { tree = try CommandTree.read() }

  @Test("every command, argument and option says in Chinese what it is, and every command has a Chinese name")
  func described() {
    #expect(tree.all.count > 60)
    for (words, command) in tree.all {
      #expect(command.abstract?.hasChinese == true, "\(words)")
      #expect(command.aliases?.contains { $0.hasChinese } == true, "\(words)")
      for argument in command.ownArguments {
        #expect(
          argument.abstract?.hasChinese == true, "\(words) \(argument.typed) \(argument.valueName ?? "")")
      }
    }
  }

  @Test("the overview names every command with one of its Chinese names, and no other")
  func overview() throws {
    let lines = try run(yicePath, [], in: workdir).out.split(separator: "\n").filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ")
    }
    let named = lines.map { $0.split(separator: " ").map(String.init) }
    #expect(Set(named.map { $0[0] }) == Set(tree.command.verbs.map(\.commandName)))
    for command in tree.command.verbs {
      let line = named.first { $0[0] == command.commandName } ?? []
      // A command of several words has its verb between.
      #expect(line.dropFirst().prefix(2).contains { command.aliases?.contains($0) == true }, "\(line)")
    }
  }

  @Test("the README's list of commands is that of the program; YICE_RECORD=1 writes it")
  func readme() throws {
    let rows = tree.command.verbs.map { command in
      let verbs = command.verbs.map { "\($0.commandName) \($0.aliases?.first ?? "")" }
      let what = (command.abstract ?? "") + (verbs.isEmpty ? "" : "（\(verbs.joined(separator: "、"))）")
      return "| `\(command.commandName)` | \(command.aliases?.first ?? "") | \(what) |\n"
    }
    let wanted = "| 命令 | 中文名 | 做什么 |\n|---|---|---|\n" + rows.joined()
    let text = try Repository.text("README.md")
    let head = try #require(text.range(of: "## 命令一览\n\n"))
    let end = try #require(text.range(of: "\n## ", range: head.upperBound..<text.endIndex))
    if Repository.isRecording {
      try Repository.write(
        text.replacingCharacters(in: head.upperBound..<end.lowerBound, with: wanted), to: "README.md")
      Issue.record("re-recorded the list in README.md")
      return
    }
    #expect(String(text[head.upperBound..<end.lowerBound]) == wanted)
  }

  /// What people read besides the help.
  static let documents = ["README.md"] + ["school", "bureau", "inspector", "details"].map { "docs/\($0).md" }

  @Test("every line of README and the guides that begins with yice is one that the parser takes")
  func examples() throws {
    let text = try Self.documents.map { try Repository.text($0) }.joined(separator: "\n")
    let quoted = text.matches(of: #/`(yice [^`]+)`/#).map { String($0.output.1) }
    let lines = text.split(separator: "\n").map(String.init).filter { $0.hasPrefix("yice ") } + quoted
    #expect(lines.count > 100)
    for line in lines {
      let words = ShellWords.split(line)
      // 「yice 命令 --help」 stands for any command.
      guard words.count > 1, words[1] != "命令" else { continue }
      // A bare name of a command, in a sentence, is held by its name.
      let path = tree.all.filter { words.dropFirst().starts(with: $0.words) }.max {
        $0.words.count < $1.words.count
      }
      if let path, path.words.count == words.count - 1 { continue }
      #expect(throws: Never.self, "\(line)") { _ = try RootCommand.parseAsRoot(Array(words.dropFirst())) }
    }
  }

  @Test("a line with an option that there is not is refused: the parser that reads README does read")
  func counterexample() {
    #expect(throws: (any Error).self) {
      _ = try RootCommand.parseAsRoot(["list", "一小.db", "教师", "--wheer", "任教学科=体育"])
    }
  }

  @Test("no text names an option that there is not")
  func options() throws {
    let known = tree.options
    let texts =
      try tree.all.map {
        (
          "help of " + $0.words.joined(separator: " "),
          ($0.command.abstract ?? "") + ($0.command.discussion ?? "")
        )
      }
      + tree.all.flatMap { words, command in
        command.ownArguments.map { ("help of \(words)", $0.abstract ?? "") }
      }
      + Self.documents.map { ($0, try Repository.text($0)) }
      + [("overview", try run(yicePath, [], in: workdir).out)]
    for (place, text) in texts {
      for option in text.optionsNamed {
        #expect(known.contains(option) || option == "--help", "\(place): \(option)")
      }
    }
  }

  @Test("README gives every exit status its meaning", arguments: YiceModel.ExitStatus.allCases)
  func status(_ status: YiceModel.ExitStatus) throws {
    #expect(try Repository.text("README.md").contains("| \(status.rawValue) | \(status.meaning) |"))
  }
}

/// Words of a line as a shell splits it, up to a comment.
enum ShellWords {
  static func split(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
        continue
      }
      switch character {
      case "'", "\"":
        quote = character
        word = word ?? ""
      case "#" where word == nil: return words
      case " ":
        if let word { words.append(word) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
