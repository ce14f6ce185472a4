internal import ArgumentParser

/// School years of a file.
struct YearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "year", abstract: "学年：开启新学年。", subcommands: [YearOpenCommand.self], aliases: ["学年"])
}
