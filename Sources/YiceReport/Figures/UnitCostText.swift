internal import YiceFormats
internal import YiceIndicators
internal import YiceModel

/// Unit costs as they stand under a cost: the county's own, and which are mere placeholders.
enum UnitCostText {
  static func line(_ costs: [CountyPlan.UnitCost]) -> String {
    func words(_ isOwn: Bool) -> String {
      costs.filter { $0.isOwn == isOwn }
        .map { "\($0.element.name) \(FigureText.plain($0.cost)) 元/\($0.element.unit)" }.joined(separator: "，")
    }
    var lines: [String] = []
    if costs.contains(where: \.isOwn) { lines.append("本县单价：\(words(true))。") }
    if let first = costs.first(where: { !$0.isOwn }) {
      lines.append(
        "示例单价（程序自带，没有文件依据，费用只供比较）：\(words(false))。"
          + "改成本县的：yice add 县.db 单位成本 项目=\(first.element.name) 单价=… 依据=…")
    }
    return lines.joined(separator: "\n")
  }

  static func json(_ costs: [CountyPlan.UnitCost]) -> JSONValue {
    .array(
      costs.map {
        .object([
          ("element", .string($0.element.name)), ("unit", .string($0.element.unit)),
          ("cost", .number($0.cost)), ("is_placeholder", .bool(!$0.isOwn)),
        ])
      })
  }
}
