internal import ArgumentParser
internal import YiceSign
internal import YiceStore

/// What is refused for want of a signature.
struct KeyRequireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "require", abstract: "规定合并时不收什么：不拒收、有密钥的必须签名、全部必须签名。",
    discussion: """
      例：yice key require 县.db 有密钥的必须签名
          yice key require 县.db --review-from 2023-09-01   # 从这天起，督查和教育局写的整改、核验、意见都要有他们的签名
      签名不符的、用停用的密钥或别的单位的密钥签名的，不管怎样规定都不收。开始时是“不拒收”。
      """, aliases: ["规定"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("不拒收（none）、有密钥的必须签名（holders）、全部必须签名（all）。", valueName: "规定"))
  var rule: String?

  @Option(
    name: .customLong("review-from"),
    help: ArgumentHelp("从哪天起，学校转来的整改要求、销号、核验、意见要有督查或教育局的签名；写“不要”取消。", valueName: "日期"))
  var reviewFrom: String?

  @OptionGroup var author: AuthorOptions

  func validate() throws {
    if rule == nil, reviewFrom == nil { throw ValidationError("请写一条规定，或者 --review-from。") }
    if let rule, SignatureRule(word: rule) == nil {
      throw ValidationError("没有规定“\(rule)”，可用：\(SignatureRule.allCases.map(\.label).joined(separator: "、"))。")
    }
  }

  func run() throws {
    let rule = rule.flatMap { SignatureRule(word: $0) }
    let cancels = reviewFrom == "不要"
    let day = cancels ? nil : try DateWord.parse(reviewFrom)
    let file = try YiceFile.open(file, for: .write)
    let notes = [
      rule.map { "没有签名的文件：\($0.label)" }, day.map { "督查和教育局写的行从 \($0) 起要有签名" },
      cancels ? "督查和教育局写的行不要签名" : nil,
    ].compactMap(\.self)
    try file.write("key require", author: author.value, note: notes.joined(separator: "；")) { writer in
      try rule?.save(writer)
      if reviewFrom != nil { try SignatureRule.saveReview(from: day, writer) }
    }
    for note in notes { Output.say("合并时，\(note)。") }
  }
}
