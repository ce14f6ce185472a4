internal import ArgumentParser

/// A first word that is no command. The parser would count it among the arguments that are too many.
enum UnknownCommand {
  /// What to say; nil when the word is a command or an option.
  static func complaint(_ word: String) -> String? {
    let names = RootCommand.configuration.subcommands.flatMap { command in
      [command.configuration.commandName].compactMap(\.self) + command.configuration.aliases
    }
    guard !word.hasPrefix("-"), word != "help", !names.contains(word) else { return nil }
    let nearest = names.map { ($0, distance(Array(word), Array($0))) }.min { $0.1 < $1.1 }
    let hint = nearest.flatMap { $0.1 <= max(1, $0.0.count / 3) ? "是不是要写 yice \($0.0)？" : nil } ?? ""
    let order = word.hasSuffix(".db") ? "命令要写在文件前面，如 yice info \(word.typed)。" : ""
    return "没有叫“\(word)”的命令。\(hint)\(order)输入 yice 看全部命令。"
  }

  /// Letters to add, take out, replace, or swap with their neighbour.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var rows = [Array(0...b.count)]
    for (i, letter) in a.enumerated() {
      var row = [i + 1]
      for (j, other) in b.enumerated() {
        var cost = min(rows[i][j] + (letter == other ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, letter == b[j - 1], a[i - 1] == other { cost = min(cost, rows[i - 1][j - 1] + 1) }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
