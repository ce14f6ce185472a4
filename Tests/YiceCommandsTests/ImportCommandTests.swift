import Foundation
import Testing
import YiceTestSupport

@Suite("importing at the keyboard")
struct ImportCommandTests {
  struct Bad: CustomTestStringConvertible, Sendable {
    let name: String
    let sheet: String
    /// What the talk says, line by line.
    let said: [String]
    let summary: String

    var testDescription: String { name }
  }

  static let bad: [Bad] = [
    Bad(
      name: "missing column", sheet: "教师编号,任教学段\nT9,小学\n",
      said: ["错误 坏.csv 第 1 行：缺少必需的列：姓名。请补上这些列，或用 --map 文件里的列名=姓名 指明哪一列就是"],
      summary: "1 处错误。请改正后重新导入"),
    Bad(
      name: "duplicate key", sheet: "教师编号,姓名\nT9,甲\nT8,乙\nT9,丙\n",
      said: ["错误 坏.csv 第 4 行：与第 2 行是同一条（教师编号 T9），请删去其中一行；其实是两条的，请改正其中一行"],
      summary: "1 处错误，涉及 1 行（共 3 行）。请改正后重新导入"),
    Bad(
      name: "year out of range", sheet: "学年,教师编号,姓名\n1900,T9,甲\n",
      said: ["错误 坏.csv 第 2 行 “学年”列 “1900”：年份不对或超出范围，应为1950 到 2100 的年份，如 2022 或 2022-2023"],
      summary: "1 处错误，涉及 1 行（共 1 行）。请改正后重新导入"),
    Bad(
      name: "cut in mid-row", sheet: "教师编号,姓名,任教学段\nT8,甲,小学\nT9,乙",
      said: [
        "错误 坏.csv 第 3 行：这一行有 2 格，表头有 3 格：可能缺了逗号，或文件在传送中被截断",
        "错误 坏.csv：文件在最后一行中间断了，后面的内容可能没有收到。请重新导出或重新索取该文件",
      ], summary: "2 处错误，涉及 1 行（共 2 行）。请改正后重新导入"),
    Bad(
      name: "bad cells among good ones", sheet: "教师编号,姓名,最高学历\nT8,甲,本科\nT9,,博士后\n",
      said: [
        "错误 坏.csv 第 3 行 “姓名”列：这一格必须填写（文字）",
        "错误 坏.csv 第 3 行 “最高学历”列 “博士后”：不在允许的取值内，允许：研究生、本科、专科、高中阶段、高中阶段以下",
      ], summary: "2 处错误，涉及 1 行（共 2 行）。请改正后重新导入"),
  ]

  @Test("a bad sheet is refused whole, with every place and remedy; the file stays as it was", arguments: bad)
  func refuses(_ bad: Bad) throws {
    let office = try Office()
    try office.workdir.write("坏.csv", bad.sheet)
    let before = try office.bytes()
    let result = try office.yice("import", "a.db", "教师", "坏.csv", "--strict")
    #expect(result.status == 1)
    #expect(result.err == bad.said.map { $0 + "\n" }.joined())
    let summary = "坏.csv（UTF-8）→ 教师：\(bad.summary)；文件保持原样，没有写入任何一行。\n"
    #expect(result.out.hasPrefix(summary))
    #expect(try office.bytes() == before)
    let dry = try office.yice("import", "a.db", "教师", "坏.csv", "--dry-run", "--strict", "--json")
    #expect(dry.status == 2)
    let report = try #require(try json(dry.out) as? [String: Any])
    #expect(report["errors"] as? Int == bad.said.count)
    #expect((report["findings"] as? [[String: Any]])?.count == bad.said.count)
    #expect(report["written"] as? Bool == false)
    #expect(try office.bytes() == before)
  }

  @Test("rows with a bad cell stay out, the others go in, and one answer serves a word from then on")
  func partly() throws {
    let office = try Office()
    try office.workdir.write(
      "册.csv", "教师编号,姓名,任教学段,职称\nT8,甲,小学,省聘\nT9,乙,大学,一级\nT7,丙,小学,省聘\n")
    let tried = try office.yice("import", "a.db", "教师", "册.csv", "--dry-run")
    #expect(tried.out.contains("“教师”有 2 行未计入：“专任教师”没有填。"), "\(tried.out)")
    let result = try office.yice("import", "a.db", "教师", "册.csv")
    #expect(result.status == 2)
    #expect(
      result.out == """
        册.csv（UTF-8）→ 教师：共 3 行，新增 2，更改 0，相同 0，没有导入 1 行，留空 2 格。
        没有导入的 1 行有指标或编号要用的格子不对，改正后把整张表再导入一次即可，已导入的行不会重复。要求有错就整张不导入，加 --strict。
        “教师”有 2 行未计入：“专任教师”没有填。请在原表里补上这一列再导入；各行都一样的，可用 yice set a.db 教师 --where 专任教师= 专任教师=是 填写。
        认不出的词（共 2 个这样的词）可以一次说明它的意思，以后的表也记得：--value 职称:省聘=本表允许的值。

        """)
    #expect(result.err.contains("“职称”列 “省聘”：不在允许的取值内"))
    #expect(result.err.contains("还有 1 行同样：第 4 行"))
    let answered = try office.yice(
      "import", "a.db", "教师", "册.csv", "--value", "省聘=高级", "--value", "大学=小学", "--json")
    #expect(answered.status == 0)
    let report = try #require(try json(answered.out) as? [String: Any])
    #expect(["new", "changed", "bad", "left_empty"].map { report[$0] as? Int } == [1, 2, 0, 0])
    try office.workdir.write("新.csv", "教师编号,姓名,任教学段,职称\nT6,丁,大学,省聘\n")
    #expect(try office.yice("import", "a.db", "教师", "新.csv").status == 0)
    #expect(try office.yice("import", "a.db", "教师", "新.csv", "--value", "省聘").status == 64)
  }

  @Test("an unknown heading is told and the rest goes in; --map brings it in")
  func unknownHeading() throws {
    let office = try Office()
    try office.workdir.write("新.csv", "教师编号,姓名,教什么\nT9,甲,美术\n")
    let dry = try office.yice("import", "a.db", "教师", "新.csv", "--dry-run")
    #expect(dry.err == "提醒 新.csv 第 1 行 “教什么”列：“教师”表没有这一列，没有导入（如应导入，用 --map 教什么=列名 指明）\n")
    #expect(dry.out.hasPrefix("新.csv（UTF-8）→ 教师：共 1 行，新增 1，更改 0，相同 0（试运行，没有写入）。\n"))
    #expect(dry.status == 0)
    let mapped = try office.yice("import", "a.db", "教师", "新.csv", "--map", "教什么=任教学科")
    #expect(mapped.err == "")
    #expect(mapped.status == 0)
    #expect(try office.yice("list", "a.db", "教师").out.contains("美术"))
  }

  @Test("the same sheet again changes nothing, byte for byte")
  func again() throws {
    let office = try Office()
    let before = try office.bytes()
    let result = try office.yice("import", "a.db", "教师", "t.csv")
    #expect(result.out == "t.csv（UTF-8）→ 教师：共 2 行，新增 0，更改 0，相同 2。\n")
    #expect(try office.bytes() == before)
  }

  @Test("a sheet that is not there, or no text, is refused")
  func unreadable() throws {
    let office = try Office()
    try office.expectRefused(
      { try office.yice("import", "a.db", "教师", "无.csv") }, status: 1,
      err: "错误：无.csv：打不开（没有这个文件或文件夹）。请检查文件名、路径和权限。\n")
    try office.workdir.write("库.csv", Array(try office.bytes()))
    let result = try office.yice("import", "a.db", "教师", "库.csv")
    #expect(result.status == 1)
    #expect(result.err.hasPrefix("错误：库.csv"))
  }
}
