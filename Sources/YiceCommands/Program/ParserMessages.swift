internal import ArgumentParser
internal import YiceModel

/// ArgumentParser's fixed English, said in Chinese; the one place where that is done.
enum ParserMessages {
  /// Prints what the parser has to say and gives the status to end with.
  static func report(_ error: any Error) -> ExitStatus {
    let code = RootCommand.exitCode(for: error)
    // The parser's description of all commands is for programs: it is JSON, and the manual is made from it.
    if let dump = dumped(error) {
      Output.print(dump)
      return .done
    }
    // What a command finds wrong while it runs says itself what to do; the usage of the whole program would not help.
    let message =
      (error as? ValidationError).map { "错误：\($0.message)" }
      ?? translated(
        HelpLayout.aligned(
          RootCommand.fullMessage(for: error, columns: HelpLayout.unbroken), width: HelpLayout.terminalWidth))
    if code == .success {
      Output.print(message + "\n")
      return .done
    }
    Output.printToError(message.hasSuffix("\n") ? message : message + "\n")
    return code == .validationFailure ? .usage : .failed
  }

  private static func dumped(_ error: any Error) -> String? {
    let message = RootCommand.fullMessage(for: error)
    guard message.hasPrefix("{") else { return nil }
    return flags.reduce(message) { replace($1.0, with: $1.1, in: $0) } + "\n"
  }

  static func translated(_ message: String) -> String {
    var text = message
    for (english, chinese) in phrases { text = replace(english, with: chinese, in: text) }
    return closed(text)
  }

  /// What the parser says of its own flags.
  private static let flags = [("Show the version.", "显示版本。"), ("Show help information.", "显示用法。")]

  /// Longer phrases first.
  private static let phrases: [(String, String)] =
    flags + [
      ("OVERVIEW: ", "说明："), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:", "参数："),
      ("OPTIONS:", "选项："),
      ("SUBCOMMANDS:", "命令："), ("Error: ", "错误："), ("Help:  ", "帮助："),
      ("See 'yice help <subcommand>' for detailed help.", "每个命令的详细用法：yice 命令 --help"),
      ("for more information.", "查看详细用法。"), ("for detailed help.", "查看详细用法。"), ("  See '", "  请用 '"),
      ("[<options>]", "[选项]"), ("' does not take any value, but '", "' 后面不写值，却写了 '"),
      ("' was specified.", "'。"), ("The option '", "选项 '"),
      ("Value to be set with flag '", "开关 '"), ("' had already been set with flag '", "' 与前面写的矛盾：'"),
      ("Missing expected argument '", "缺少参数 '"), ("Missing one of: ", "缺少其中之一："),
      ("'. Did you mean '", "'。是不是要写 '"), ("<subcommand>", "<命令>"),
      ("Unknown option '", "没有这个选项：'"), (" unexpected arguments: ", " 个多余的参数："),
      ("Unexpected argument '", "多余的参数 '"), ("Missing value for '", "缺少选项的值：'"),
      ("The value '", "值 '"), ("' is invalid for '", "' 不适用于 '"),
      ("Please provide one of ", "请用其中之一："), ("Did you mean '", "是不是要写 '"), (openDefault, "（默认："),
    ]
  private static let openDefault = "(default: "

  /// The bracket of a default value, closed as it was opened.
  private static func closed(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstRange(of: " （默认：") ?? rest.firstRange(of: "（默认：") {
      result += rest[..<open.lowerBound] + "（默认："
      rest = rest[open.upperBound...]
      guard let end = rest.firstIndex(of: ")") else { break }
      result += rest[..<end] + "）"
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func replace(_ word: String, with other: String, in text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstRange(of: word) {
      result += rest[..<start.lowerBound] + other
      rest = rest[start.upperBound...]
    }
    return result + rest
  }
}
