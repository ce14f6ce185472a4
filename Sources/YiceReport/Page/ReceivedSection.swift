internal import GRDB
internal import YiceMerge
internal import YiceStore

/// 报送: who has not sent, whose file is old or was created anew.
enum ReceivedSection {
  static func receipts(_ context: PageContext) throws -> [Receipt] { try Receipt.all(context.db) }

  static func section(_ context: PageContext, _ receipts: [Receipt]) -> Markup {
    let missing = receipts.filter { $0.files == 0 }
    let names = missing.map { "<li>\($0.name)</li>" as Markup }
    let list: Markup =
      missing.isEmpty
      ? "<p><span class=\"m-met\">✓</span> 所有学校都已报送。</p>"
      : "<h3>还没有报送（\(missing.count) 所）</h3><ul class=\"who\">\(names)</ul>"
    let rows = receipts.filter { $0.files > 0 }.map { receipt -> [Markup] in
      var remarks: [String] = []
      if receipt.recreated { remarks.append("重新建过文件") }
      if receipt.isOldCopy { remarks.append("最近一份是旧副本") }
      if receipt.conflicts > 0 { remarks.append("\(receipt.conflicts) 处冲突待决定") }
      return [
        "\(receipt.name)", "\(receipt.files)",
        PageParts.optional(receipt.lastAt.map { String(Moment.local($0).prefix(16)) }),
        PageParts.optional(receipt.newestEdit.map { String(Moment.local($0).prefix(16)) }),
        "\(remarks.joined(separator: "；"))",
      ]
    }
    let sent: Markup =
      rows.isEmpty
      ? ""
      : "<details><summary>已报送（\(rows.count) 所）</summary>\(PageParts.table("已报送（来源：合并记录）", ["学校", "次数", "最近合并", "内容截至", "说明"], rows, numbers: [1]))</details>"
    return PageParts.section("received", "报送", list + sent)
  }
}
