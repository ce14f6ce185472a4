/// What was done, as `revision.action` keeps it: the command's name, its part behind it.
package enum HistoryAction {
  /// The first that fits: the whole action, else its first word.
  private static let labels: [String: String] = [
    "new": "新建", "start": "建立", "add": "新增", "set": "修改", "edit": "修改", "remove": "删除", "import": "导入",
    "import evidence": "导入佐证", "merge": "合并", "resolve": "决定冲突", "undo": "撤销", "external": "外部程序",
    "finish": "完成", "year": "新学年", "ledger": "台账", "ledger build": "一校一册", "standards": "标准",
    "rectify": "整改", "rectify raise": "提出整改", "rectify progress": "整改进展", "rectify submit": "报送核验",
    "rectify strike": "整改销号", "rectify return": "整改退回", "rectify reopen": "整改重开",
    "oversize": "大班额", "oversize scan": "大班额建档", "oversize count": "班额核查", "oversize propose": "拟销号",
    "oversize strike": "大班额销号", "opinion": "提意见", "reply": "答复意见", "close": "关闭意见",
    "oversize graduate": "毕业", "evidence": "佐证", "evidence add": "附佐证", "evidence propose": "建议目录",
    "inspect": "督查副本", "issue": "下发", "key": "密钥", "key trust": "登记密钥", "key strike": "停用密钥",
    "key require": "要求签名", "seal": "封条",
  ]

  /// In words; an action of a later version as it is.
  package static func label(_ action: String) -> String {
    labels[action] ?? action.split(separator: " ").first.flatMap { labels[String($0)] } ?? action
  }

  /// The note of an undo, 「撤销 123（edit：“教师”…）」, without its numbers: what was taken back.
  package static func takenBack(_ note: String) -> String? {
    guard note.hasPrefix("撤销 "), note.hasSuffix("）"), let open = note.firstIndex(of: "（") else { return nil }
    let inside = note[note.index(after: open)...].dropLast()
    guard let colon = inside.firstIndex(of: "：") else { return label(String(inside)) }
    let what = inside[inside.index(after: colon)...]
    let action = label(String(inside[..<colon]))
    return takenBack(String(what)).map { "\(action)：\($0)" } ?? "\(action)：\(what)"
  }
}
