import Foundation
import YiceTestSupport

/// All commands as the program itself tells them; the manual is made from the same text.
struct CommandTree: Decodable, Sendable {
  var command: Command

  struct Command: Decodable, Sendable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var aliases: [String]?
    var subcommands: [Command]?
    var arguments: [Argument]?

    /// Without the parser's own `help`.
    var verbs: [Command] { (subcommands ?? []).filter { $0.commandName != "help" } }
    var ownArguments: [Argument] { arguments ?? [] }
  }

  struct Argument: Decodable, Sendable {
    var kind: String
    var names: [Name]?
    var abstract: String?
    var valueName: String?

    var typed: [String] { (names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name } }
  }

  struct Name: Decodable, Sendable {
    var kind: String
    var name: String
  }

  private static let told = Result {
    let result = try run(yicePath, ["--experimental-dump-help"], in: Workdir())
    return try JSONDecoder().decode(CommandTree.self, from: Data(result.out.utf8))
  }

  static func read() throws -> CommandTree { try told.get() }

  /// Every command with the words that call it.
  var all: [(words: [String], command: Command)] {
    func below(_ command: Command, _ words: [String]) -> [(words: [String], command: Command)] {
      command.verbs.flatMap { [(words + [$0.commandName], $0)] + below($0, words + [$0.commandName]) }
    }
    return below(command, [])
  }

  var options: Set<String> { Set(all.flatMap { $0.command.ownArguments.flatMap(\.typed) }) }
}

extension String {
  var hasChinese: Bool { unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }

  /// `--where`, `--no-memory` … in a text.
  var optionsNamed: [String] { matches(of: #/--[a-z][a-z-]+[a-z]/#).map { String($0.output) } }
}
