extension CatalogTable {
  package static let finance = CatalogTable(
    "finance", "经费", group: "登记册", writers: .register,
    comment: "One row an item of money a calendar year.",
    synonyms: ["经费收支", "经费台账"],
    key: ["org_code", "fiscal_year", "item"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("fiscal_year", "年度", .year, required: true, synonyms: ["年份", "会计年度"]),
      CatalogColumn(
        "item", "项目", .text, required: true, synonyms: ["经费项目"], comment: "e.g. 公用经费预算, 教师培训经费, 公用经费拨款"),
      CatalogColumn("amount", "金额", .decimal, required: true, unit: "元", synonyms: ["金额(元)", "经费"]),
      CatalogColumn("source", "资金来源", .text, synonyms: ["来源"]),
      CatalogColumn("note", "备注", .text),
    ])

  package static let statement = CatalogTable(
    "statement", "填报值", group: "登记册", writers: .register,
    comment: """
      A figure typed in where no register is kept. The register counts where both exist; check shows \
      the difference.
      """,
    synonyms: ["填报", "基础数据", "统计数据"],
    key: ["org_code", "school_year", "element", "stage", "campus"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("school_year", "学年", .year, required: true),
      CatalogColumn(
        "element", "数据项", .element,
        required: true,
        synonyms: ["要素", "指标项", "数据要素", "项目", "填报项目", "填报指标"]
      ),
      CatalogColumn(
        "stage", "学段", .choice(["", "幼儿", "小学", "初中", "高中"]),
        emptyAllowedInKey: true,
        aliases: stageWords.merging(["全校": ""]) { first, _ in first },
        comment: "empty: the whole school, to be split"
      ),
      CatalogColumn("campus", "校区", .text, emptyAllowedInKey: true, comment: "empty: the whole school"),
      CatalogColumn(
        "value", "数值", .signedDecimal, required: true, synonyms: ["数量", "值", "填报数", "填报值", "填报数据"]),
      CatalogColumn("unit", "单位", .text, comment: "as typed; the value is stored in the element's own unit"),
      CatalogColumn("source", "数据来源", .text, synonyms: ["来源"]),
      CatalogColumn("stated_on", "填报日期", .date, synonyms: ["日期"]),
      CatalogColumn("pending", "待确认", .boolean, inFigures: true),
      CatalogColumn("note", "备注", .text),
    ])
}
