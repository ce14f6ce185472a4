package import YiceModel

/// One table of the education statistics (教基), and which of its labels give which 数据项. Layouts move every year:
/// only labels count, never a cell's place.
package struct StatisticsTable: Sendable {
  /// A cell is recognised when its labels are these, one of each list, and no others but neutral ones.
  package struct Cell: Sendable {
    package let labels: [[String]]
    /// The table need not have it.
    let isOptional: Bool

    init(_ labels: [String]..., optional: Bool = false) {
      self.labels = labels
      isOptional = optional
    }
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
    /// Cells that are parts of the amount where they stand beside it: together they are no more.
    let parts: [Cell]

    init(
      _ element: String, _ stage: Stage? = nil, within: [String] = [], ways: [[Cell]], parts: [Cell] = []
    ) {
      self.element = element
      self.stage = stage
      self.within = within
      self.parts = parts
      self.ways = ways
    }
  }

  /// A 表号 that the table has had.
  package struct Number: Sendable {
    package let text: String
    /// 学段 of the table of this number.
    let stage: Stage?
    /// The number has meant this 学段 in all years known; else the sheet's name says more than the number.
    let isFixed: Bool

    init(_ text: String, _ stage: Stage? = nil, fixed: Bool = false) {
      self.text = text
      self.stage = stage
      isFixed = fixed
    }
  }

  /// Words of a title by which the table is known: all of one list, and none of the others.
  struct Title: Sendable {
    let words: [[String]]
    var without: [String] = []

    func fits(_ text: String) -> Bool {
      words.contains { $0.allSatisfy { text.contains($0) } } && !without.contains { text.contains($0) }
    }
  }

  package let numbers: [Number]
  /// What the table is about, for people.
  package let title: String
  let titleWords: Title
  package let rules: [Rule]

  /// 表号 that people know it by.
  package var code: String { numbers[0].text }

  /// Whether its figures are by 学段.
  var isByStage: Bool { rules.contains { $0.stage != nil } }
}

// MARK: - Words

extension StatisticsTable {
  /// Labels that say nothing more about a cell.
  package static let neutral: Set<String> = [
    "合计", "总计", "计", "小计", "共计", "总数", "人数", "数量", "面积", "全校", "本校", "指标名称", "名称", "项目", "内容", "数值",
    "填报值", "其中", "填报数", "实有数", "本学年", "本学年数", "本学年初", "本年", "本年度", "本年数",
  ]

  /// Headings of the column with a school's code, where a table has one row a school.
  package static let codeLabels: Set<String> = [
    "学校标识码", "学校(机构)标识码", "机构标识码", "标识码", "学校代码", "机构代码", "机构编码", "学校编码", "学校机构标识码",
  ]

  /// Headings of the column with a school's name.
  static let nameLabels: Set<String> = [
    "学校名称", "学校(机构)名称", "机构名称", "学校机构名称", "校名", "单位名称",
  ]

  /// Headings of the column that says whether a row is a school in its own right.
  static let countedLabels: Set<String> = ["是否计校数", "计校数"]

  /// Headings of the column with the school that a row belongs to.
  static let mainLabels: Set<String> = [
    "主校标识码", "主校机构编码", "主校编码", "主校代码", "主校", "主校名称", "所属学校", "所属学校标识码", "所属学校机构编码", "所属学校名称",
    "主管学校标识码", "主管学校", "中心校标识码", "中心校",
  ]

  static let kindLabels: Set<String> = ["办学类型", "学校类别", "学校类型", "机构类型"]

  /// Headings of columns that number the rows of a table.
  static let indexLabels: Set<String> = ["代码", "编号", "序号", "行次", "栏次", "行号", "项目编号", "指标代码"]

  /// Headings of the column with the unit of each row's figure.
  static let unitLabels: Set<String> = ["单位", "计量单位"]

  /// What stands in a cell without a figure.
  package static let emptyMarks: Set<String> = ["*", "-", "—", "——", "－", "/", "…"]
}
