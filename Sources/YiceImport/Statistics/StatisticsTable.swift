package import YiceModel

/// One table of the education statistics (教基), and which of its labels give which 数据项. Layouts move every year:
/// only labels count, never a cell's place.
package struct StatisticsTable: Sendable {
  /// A cell is recognised when its labels are these, one of each list, and no others but neutral ones.
  package struct Cell: Sendable {
    package let labels: [[String]]
    init(_ labels: [String]...) { self.labels = labels }
  }

  /// One 数据项 of the table.
  package struct Rule: Sendable {
    package let element: String
    /// 学段; nil where the amount belongs to the whole school.
    package let stage: Stage?
    /// Ways to get the amount, best first: each a list of cells to add up, all of which the table must have.
    package let ways: [[Cell]]
    /// Labels that may stand above or beside the cell's own: what it is part of.
    package let within: [String]

    init(_ element: String, _ stage: Stage? = nil, within: [String] = [], ways: [[Cell]]) {
      self.element = element
      self.stage = stage
      self.within = within
      self.ways = ways
    }
  }

  /// 表号.
  package let code: String
  /// What the table is about, for people.
  package let title: String
  package let rules: [Rule]

  /// Labels that say nothing more about a cell.
  package static let neutral: Set<String> = [
    "合计", "总计", "计", "小计", "共计", "总数", "人数", "数量", "面积", "全校", "本校", "指标名称", "名称", "项目",
  ]

  /// Headings of the column with a school's code, where a table has one row a school.
  package static let codeLabels: Set<String> = [
    "学校标识码", "学校(机构)标识码", "机构标识码", "标识码", "学校代码", "机构代码", "学校机构标识码",
  ]

  /// What stands in a cell without a figure.
  package static let emptyMarks: Set<String> = ["*", "-", "—", "——", "－", "/", "…"]
}
