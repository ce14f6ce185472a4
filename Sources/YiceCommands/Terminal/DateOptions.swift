internal import ArgumentParser
internal import YiceStore

/// The day something was done; today unless said.
struct DayOption: ParsableArguments {
  @Option(help: ArgumentHelp("日期，如 2022-10-08；不写则为今天。", valueName: "日期"))
  var on: String?

  func value() throws -> String { try DateWord.parse(on) ?? Moment.today() }
}

/// The day that a list is judged on.
struct TodayOption: ParsableArguments {
  @Option(help: ArgumentHelp("按哪一天算逾期、判断放宽认定是否到期；不写则为今天。", valueName: "日期"))
  var today: String?

  func value() throws -> String { try DateWord.parse(today) ?? Moment.today() }
}

enum DateWord {
  /// YYYY-MM-DD of what a person typed; nil of nil.
  static func parse(_ word: String?) throws -> String? {
    guard let word else { return nil }
    guard let date = DateText.normalized(word) else {
      throw ValidationError("“\(word)”不是日期，应写成 2022-10-08、2022.10.8 或 2022年10月8日。")
    }
    return date
  }
}

/// Who verified, for which unit.
struct VerifierOptions: ParsableArguments {
  @Option(name: .customLong("verifier"), help: ArgumentHelp("核验人。", valueName: "姓名"))
  var verifier: String?

  @Option(name: .customLong("verifier-unit"), help: ArgumentHelp("核验单位。", valueName: "单位"))
  var unit: String?
}

/// The file, and an entry of a ledger in it.
struct EntryArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("哪一条：编号，或 学校标识码/编号。", valueName: "条目"))
  var entry: String
}
