import Testing
import YiceFormats

@Suite struct TextTableTests {
  @Test func `Chinese counts two columns and numbers stand to the right`() {
    let table = TextTable(
      title: "教师统计", columns: ["学校", "教师数", "生师比", "备注"],
      rows: [
        ["第一中学", 120, 12.5, "已核"],
        ["育才小学（东校区）", 8, nil, ""],
        ["𠮷田小学", 45, 3.0],
      ])
    #expect(
      table.rendered() == """
        教师统计
        学校                教师数  生师比  备注
        ──────────────────  ──────  ──────  ────
        第一中学               120    12.5  已核
        育才小学（东校区）       8
        𠮷田小学                45       3

        """)
  }

  @Test func `a table without rows is a header and a rule`() {
    #expect(TextTable(columns: ["a", "学校"]).rendered() == "a  学校\n─  ────\n")
  }

  @Test func `a table without columns is its title`() {
    #expect(TextTable(columns: [String]()).rendered() == "")
    #expect(TextTable(title: "空", columns: [String]()).rendered() == "空\n")
  }

  @Test func `no cell breaks the table`() {
    let table = TextTable(
      columns: ["a\nb", "c"], rows: [["一\r\n二\r三", "\u{1B}[31m\t"], ["\u{202E}x", "\u{2028}"]])
    #expect(
      table.rendered() == """
        a⏎b        c
        ─────────  ──────
        一⏎二⏎三   ␛[31m␉
        \\u{202E}x  ⏎

        """)
  }

  @Test func `a long cell is cut at a whole character`() {
    let rows: [[CellValue]] = [["一二三四"], ["一二三"], ["a一二三"], ["abcdefg"], ["👩‍🏫👩‍🏫👩‍🏫👩‍🏫"]]
    let table = TextTable(columns: ["列"], rows: rows, maximumCellWidth: 6)
    #expect(
      table.rendered() == """
        列
        ──────
        一二…
        一二三
        a一二…
        abcde…
        👩‍🏫👩‍🏫…

        """)
  }

  @Test func `alignment may be set, and mixed columns stand to the left`() {
    let table = TextTable(
      columns: [.init("左", alignment: .left), .init("右", alignment: .right), .init("混")],
      rows: [[1, "98.5%", 1], [22, "7%", "无"]])
    #expect(
      table.rendered() == """
        左     右  混
        ──  ─────  ──
        1   98.5%  1
        22     7%  无

        """)
  }

  @Test func `cells beyond the last column are shown under an empty header`() {
    let table = TextTable(columns: ["a"], rows: [["b", "c", .integer(.max)], []])
    #expect(
      table.rendered() == """
        a
        ─  ─  ───────────────────
        b  c  9223372036854775807


        """)
  }
}
