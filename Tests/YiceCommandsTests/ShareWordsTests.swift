import Foundation
import Testing
import YiceTestSupport

/// A county may set its own share for the rest of the indicators, and its own size of a teaching point that counts: what is
/// printed says the numbers that were worked with.
@Suite struct ShareWordsTests {
  private let county: FigureCounty

  init() throws { county = try FigureCounty(classes: true) }

  private func override() throws {
    try county.workdir.write(
      "阈值.csv",
      "标准名称,指标编号,学段,数值,依据\nnational-2017,near,,0.925,县定\nnational-2017,smallest_point,,30,县定\nnational-2017,S1.percent,,90,县定\n"
    )
    #expect(try county.yice(["import", "县.db", "阈值", "阈值.csv"]).status == 0)
  }

  private func said(_ arguments: [String]) throws -> String {
    let result = try county.yice(arguments)
    #expect(result.status == 0, "\(result.err)")
    if let place = arguments.firstIndex(of: "-o") {
      let name = arguments[place + 1]
      return name.hasSuffix(".xlsx")
        ? try Archive.text("xl/sharedStrings.xml", of: county.workdir.file(name))
        : String(decoding: try county.workdir.bytes(name), as: UTF8.self)
    }
    return result.out
  }

  struct Reader: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let before: String
    let after: String
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String, _ before: String, _ after: String) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.before = before
      self.after = after
    }
  }

  static let readers = [
    Reader("indicators 县.db", "△ 未达标但达到 85%　✗ 不到 85%", "△ 未达标但达到 92.5%　✗ 不到 92.5%"),
    Reader("gaps 县.db", "到85%还缺", "到92.5%还缺"), Reader("gaps 县.db --csv", "到85%还缺", "到92.5%还缺"),
    Reader("whatif 县.db --plan", "哪一项留在 85%", "哪一项留在 92.5%"),
    Reader("explain 县.db R2 --school 乙小学", "不到 85%", "不到 92.5%"),
    Reader("report 县.db -o 县.html", "未达标但达到 85%", "未达标但达到 92.5%"),
    Reader("report 县.db -o 点.html", "▲ 达到 85%、× 不到 85%", "▲ 达到 92.5%、× 不到 92.5%"),
    Reader("report 县.db -o 算.html", "✗ 不到 85%</b>", "✗ 不到 92.5%</b>"),
    Reader("report 县.db --school 乙小学 -o 校.html", "深色底到标准的 85%", "深色底到标准的 92.5%"),
    Reader("report 县.db --self-evaluation -o 自评.html", "△达到标准的85% ✗不到85%", "△达到标准的92.5% ✗不到92.5%"),
    Reader("form 县.db Ⅱ-2 -o 二.xlsx", "不足85% R2", "不足92.5% R2"),
    Reader("form 县.db Ⅱ-2 -o 注.xlsx", "50 人及以上教学点", "30 人及以上教学点"),
    Reader("form 县.db Ⅱ-1 -o 一.xlsx", "50 人及以上教学点", "30 人及以上教学点"),
    Reader("form 县.db Ⅵ -o 六.xlsx", "社会认可度应达到 85% 以上", "社会认可度应达到 90% 以上"),
  ]

  @Test("what is printed names the county's own share and size", arguments: readers)
  func follows(_ reader: Reader) throws {
    let before = try said(reader.arguments)
    #expect(before.contains(reader.before), "\(before.prefix(3000))")
    try override()
    let after = try said(reader.arguments)
    #expect(after.contains(reader.after) && !after.contains(reader.before), "\(after.prefix(3000))")
  }
}
