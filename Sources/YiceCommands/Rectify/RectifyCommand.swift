internal import ArgumentParser

/// 整改清单.
struct RectifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rectify", abstract: "整改清单：提出、进展、提交、核验销号、退回、逾期。",
    discussion: """
      例：yice rectify raise 一小.db --due 2023-06-30
          yice rectify list 县.db --overdue
          yice rectify strike 县.db 8k2mvtz4 --verifier 某督学
      """,
    subcommands: [
      RectifyRaiseCommand.self, RectifyListCommand.self, RectifyCountCommand.self, RectifyShowCommand.self,
      RectifyProgressCommand.self, RectifySubmitCommand.self, RectifyStrikeCommand.self,
      RectifyReturnCommand.self,
      RectifyReopenCommand.self,
    ], aliases: ["整改"])
}
