extension CatalogTable {
  /// The three answers of checklists (排查结果).
  static let results = ["落实", "基本落实", "未落实"]

  package static let experimentCount = CatalogTable(
    "experiment_count", "实验开出汇总", group: "专项", writers: .register,
    comment: """
      A school's own count of experiments by subject and kind, where it keeps no line for each; where it does, those count.
      """,
    synonyms: ["实验开出情况", "实验开出率", "实验汇总"],
    key: ["org_code", "school_year", "term", "subject", "grade", "category"], since: 2,
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("school_year", "学年", .year, required: true),
      CatalogColumn("term", "学期", .choice(["上学期", "下学期"]), required: true),
      CatalogColumn("subject", "学科", .text, required: true),
      CatalogColumn(
        "grade", "年级", .choice([""] + (1...12).map(String.init)), emptyAllowedInKey: true,
        aliases: laterGradeWords,
        comment: "as in experiment; empty: all grades together"),
      CatalogColumn(
        "category", "类别", .choice(["演示", "分组", "探究"]), required: true, synonyms: ["实验类型", "实验类别"],
        aliases: ["演示实验": "演示", "分组实验": "分组", "学生分组实验": "分组", "探究实验": "探究"]),
      CatalogColumn("due", "应做数", .count, required: true, unit: "个", synonyms: ["应开数", "应做"]),
      CatalogColumn("done", "实做数", .count, required: true, unit: "个", synonyms: ["实开数", "实做"]),
      CatalogColumn("note", "备注", .text),
    ])

  package static let recurringCheck = CatalogTable(
    "recurring_check", "定期检查", group: "专项", writers: .bureau,
    comment: "What the bureau wants checked again and again (学籍普查每学年2次, 五查), and how often.",
    synonyms: ["定期检查项目", "例行检查"],
    key: ["org_code", "item"], since: 2,
    columns: [
      CatalogColumn("org_code", "县代码", .orgCode, required: true),
      CatalogColumn(
        "item", "检查项目", .text, required: true, synonyms: ["项目"], comment: "as check_result names it"),
      CatalogColumn("kind", "类别", .text, comment: "e.g. 学籍, 五查; kept as written"),
      CatalogColumn("times", "次数", .integer(1...366), unit: "次", comment: "how often within 周期"),
      CatalogColumn(
        "period", "周期", .choice(["学年", "学期", "季度", "月", "周"]),
        aliases: ["每学年": "学年", "每学期": "学期", "每季度": "季度", "每月": "月", "每周": "周"]),
      CatalogColumn("requirement", "要求", .text, prose: true),
      CatalogColumn("unit_in_charge", "责任单位", .text, comment: "who checks"),
      CatalogColumn("active", "启用", .boolean, comment: "0: no longer asked for; empty is 1"),
      CatalogColumn("note", "备注", .text),
    ])

  package static let checkResult = CatalogTable(
    "check_result", "定期检查结果", group: "专项", writers: .register,
    comment: "One row a school, item of recurring_check and day.",
    synonyms: ["检查结果", "学籍普查"],
    key: ["org_code", "school_year", "item", "done_on"], since: 2,
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("school_year", "学年", .year, required: true),
      CatalogColumn(
        "item", "检查项目", .text, required: true, synonyms: ["项目"], comment: "as in recurring_check"),
      CatalogColumn("done_on", "检查日期", .date, required: true, synonyms: ["日期", "检查时间"], ofMonth: .last),
      CatalogColumn("result", "检查情况", .choice(results), synonyms: ["落实情况", "排查结果", "结果"]),
      CatalogColumn("problem", "发现问题", .text, prose: true, synonyms: ["问题", "存在问题"]),
      CatalogColumn("unit", "检查单位", .text),
      CatalogColumn("checked_by", "检查人", .text, sensitive: true),
      CatalogColumn("evidence", "佐证材料", .text),
      CatalogColumn("note", "备注", .text),
    ])

  package static let monitoring = CatalogTable(
    "monitoring", "课堂监测", group: "专项", writers: .bureau,
    comment: "How many were reached in a year of a cycle of monitoring (3年一周期), of how many.",
    synonyms: ["课堂教学监测"],
    key: ["org_code", "school_year", "object", "subject"], since: 2,
    columns: [
      CatalogColumn("org_code", "学校或县代码", .orgCode, required: true),
      CatalogColumn("school_year", "学年", .year, required: true),
      CatalogColumn(
        "object", "监测对象", .text, required: true, synonyms: ["对象"], comment: "what is counted: e.g. 学校, 教师, 课堂"
      ),
      CatalogColumn("subject", "学科", .text, emptyAllowedInKey: true, comment: "empty: all subjects"),
      CatalogColumn("covered", "监测数", .count, required: true, synonyms: ["已监测数", "覆盖数"]),
      CatalogColumn("total", "应监测数", .count, synonyms: ["总数"], comment: "how many there are"),
      CatalogColumn("cycle_start", "周期起始学年", .year, comment: "first school year of the cycle"),
      CatalogColumn("cycle_years", "周期年数", .integer(1...20), unit: "年"),
      CatalogColumn("note", "备注", .text),
    ])
}
