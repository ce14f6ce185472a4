internal import YiceReport
internal import YiceStore

/// What the rooms below say in commands, in the places of the page: findings and refusals name what a person here can press.
/// Decision 0199.
enum PlaceWords {
  /// By command. What has no place in the page keeps its command: whoever is told it needs a terminal.
  private static let places: [String: String] = [
    "list": "“表”", "tables": "“表”", "show": "“表”", "set": "“表”", "add": "“表”", "remove": "“表”", "edit": "“表”",
    "template": "“表”", "export": "“表”", "year": "“表 → 新学年”", "standards": "“表 → 评估标准”", "log": "“历史”",
    "undo": "“撤销”",
    "import": "“导入”", "sheets": "“导入”", "check": "“检查”", "conflicts": "“冲突”", "resolve": "“冲突”",
    "merge": "“收发”", "pack": "“收发 → 打包”", "issue": "“收发”", "received": "“收发”", "verify": "“收发”",
    "finish": "“收发 → 打包”", "indicators": "“指标”", "assess": "“指标”", "explain": "“指标”", "gaps": "“指标”",
    "series": "“指标”", "status": "“首页”", "report": "“指标”", "whatif": "“试算”", "form": "“打印”",
    "opinion": "“审核意见”", "opinions": "“审核意见”", "reply": "“审核意见”", "close": "“审核意见”",
    "rectify": "“台账”", "oversize": "“台账 → 大班额、大校额”", "ledger": "“台账 → 一校一册”",
    "ledger catalogue": "“表 → 应配目录”", "evidence add": "“佐证文件”一框", "evidence materials": "“台账 → 档案目录”",
    "evidence propose": "“台账 → 档案目录”", "evidence list": "“表 → 佐证材料”",
    // Beside what came with the key stands the button.
    "key trust": "“收发”",
  ]

  /// Words that stand for what a person would type after a command.
  private static let arguments: Set = [
    "文件", "县级文件", "本校文件", "表名", "编号", "学校", "理由", "…", "意见编号", "列",
  ]

  static func of(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let found = rest.firstRange(of: "yice ") {
      result += rest[..<found.lowerBound]
      rest = rest[found.upperBound...]
      guard let (place, after) = place(at: rest) else {
        result += "yice "
        continue
      }
      result += place
      rest = after
    }
    return result + rest
  }

  /// The place of the command that a text begins with, and what stands behind its arguments.
  private static func place(at text: Substring) -> (String, Substring)? {
    let verb = text.prefix { $0.isASCII && $0.isLetter }
    var rest = text.dropFirst(verb.count)
    var place = places[String(verb)]
    let second = word(rest)
    if let second, let own = places["\(verb) \(second)"] {
      place = own
      rest = rest.dropFirst(1 + second.count)
    }
    guard let place else { return nil }
    while let next = word(rest), isArgument(next) { rest = rest.dropFirst(1 + next.count) }
    return (place, rest.first == " " ? rest.dropFirst() : rest)
  }

  /// The word behind one space; nil where there is none. Markup around the words is none of them.
  private static func word(_ text: Substring) -> Substring? {
    guard text.first == " " else { return nil }
    let word = text.dropFirst().prefix { $0 != " " && !"，。；：、（）”\n<&".contains($0) }
    return word.isEmpty ? nil : word
  }

  private static func isArgument(_ word: Substring) -> Bool {
    word.allSatisfy { $0.isASCII } || word.contains("=") || arguments.contains(String(word))
      || [".db", ".xlsx", ".xls", ".csv", "/"].contains { word.hasSuffix($0) } || word.hasPrefix("\"")
      || TableCatalog.table(String(word)) != nil
  }
}

extension Markup {
  /// The page's own words for commands in what is shown already.
  var inPlaces: Markup { Markup(trusted: PlaceWords.of(text)) }
}
