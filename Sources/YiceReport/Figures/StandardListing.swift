internal import YiceFormats
internal import YiceModel
package import YiceStandards

/// A standard as people read it.
package enum StandardListing {
  package static func shipped() throws -> Listing {
    Listing(
      columns: [
        Listing.Column("id", "标准"), Listing.Column("version", "版本"), Listing.Column("title", "标题"),
        Listing.Column("document", "依据"),
      ],
      rows: try ProfileCatalog.ids.map { id in
        let profile = try ProfileCatalog.named(id)
        return [.text(id), .text(profile.version), .text(profile.title), .text(profile.document)]
      })
  }

  package static func thresholds(_ profile: Profile) -> Listing {
    func limit(_ value: Double?) -> Listing.Cell { value.map { .value(.decimal($0)) } ?? .empty }
    return Listing(
      title: "\(profile.name)　\(profile.title)",
      columns: [
        Listing.Column("id", "指标"), Listing.Column("label", "名称"), Listing.Column("unit", "单位"),
        Listing.Column("primary", "小学≥"), Listing.Column("junior", "初中≥"), Listing.Column("split", "拆分"),
        Listing.Column("source", "依据"),
      ],
      rows: profile.indicators.map { rule in
        [
          .text(rule.id), .text(rule.label), .text(rule.unit), limit(rule.thresholds[.primary]),
          limit(rule.thresholds[.junior]), .yesNo(rule.split), .text(rule.source),
        ]
      })
  }

  package static func notes(_ profile: Profile) -> String {
    var lines: [String] = profile.rivalry.map { ["注意：\($0)"] } ?? []
    if let rule = profile.passRule {
      lines.append("学校综合达标：至少 \(rule.least) 项达标，其余达到阈值的 \(FigureText.rounded(rule.near * 100, places: 0))%。")
    }
    for (label, limits) in [("差异系数上限", profile.cvLimits), ("综合差异系数上限", profile.compositeLimits)]
    where !limits.isEmpty {
      let words = limits.sorted { $0.key < $1.key }
        .map { "\($0.key.rawValue) \(FigureText.rounded($0.value, places: 2))" }
      lines.append("\(label)：\(words.joined(separator: "，"))。")
    }
    lines.append("比较方式：\(profile.compare == .exact ? "用精确值" : "先四舍五入到两位小数")。")
    lines.append("学制：\(profile.stages.words)。")
    lines.append("班额：\(profile.sizes.classWords)。")
    lines.append("学校规模上限：\(profile.sizes.schoolWords)。")
    let numbers = profile.programme.numbers.map {
      "\($0.label) \(FigureText.plain($0.value)) \($0.unit)（\($0.source)）"
    }
    if !numbers.isEmpty { lines.append("方案的数（阈值表里写 programme 可改）：\(numbers.joined(separator: "；"))。") }
    for item in profile.unverified { lines.append("未核实：\(item)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
