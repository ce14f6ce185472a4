extension CatalogTable {
  package static let standard = CatalogTable(
    "standard", "评估标准", group: "标准", writers: .bureau,
    comment: "A profile loaded into the county file: which rules, which version, which settings.",
    synonyms: ["标准"],
    key: ["org_code", "profile"],
    columns: [
      CatalogColumn("org_code", "县代码", .orgCode, required: true),
      CatalogColumn("profile", "标准名称", .text, required: true, comment: "e.g. national-2017"),
      CatalogColumn("version", "版本", .text, required: true),
      CatalogColumn("title", "标题", .text),
      CatalogColumn("document", "依据文件", .text),
      CatalogColumn("content", "内容", .text, comment: "the profile as YAML, as loaded"),
      CatalogColumn("active", "使用中", .boolean),
      CatalogColumn("note", "备注", .text),
    ])

  package static let threshold = CatalogTable(
    "threshold", "阈值", group: "标准", writers: .bureau,
    comment: "The bureau's own value in place of the profile's.",
    key: ["org_code", "profile", "indicator", "stage"],
    columns: [
      CatalogColumn("org_code", "县代码", .orgCode, required: true),
      CatalogColumn("profile", "标准名称", .text, required: true),
      CatalogColumn(
        "indicator", "指标编号", .text, required: true, comment: "R1..R7, or a setting's name such as cv_limit"),
      CatalogColumn("stage", "学段", .choice(["", "小学", "初中", "高中"]), emptyAllowedInKey: true),
      CatalogColumn("value", "数值", .signedDecimal, required: true),
      CatalogColumn("basis", "依据", .text, required: true),
      CatalogColumn("note", "备注", .text),
    ])

  /// 类别 of a row of 应配目录 that chooses a province's variant of a line.
  package static let variantCategory = "变体"

  package static let catalogueItem = CatalogTable(
    "catalogue_item", "应配目录", group: "标准", writers: .bureau,
    comment: """
      The bureau's own line of standard items (应配标准), in place of the shipped line of that id; what \
      is asked of whom (level, applies_to, when, rule, derived_from …) is kept as YAML.
      """,
    schoolWrites: RowCondition(column: "category", value: variantCategory),
    synonyms: ["标准目录"],
    key: ["org_code", "id"],
    columns: [
      CatalogColumn("org_code", "县代码", .orgCode, required: true),
      CatalogColumn("id", "编号", .identifier, required: true),
      CatalogColumn("category", "类别", .text, required: true),
      CatalogColumn("label", "项目", .text, required: true),
      CatalogColumn("unit", "单位", .text),
      CatalogColumn("rule", "规则", .text, required: true),
      CatalogColumn("source", "来源", .text),
      CatalogColumn("verified", "已核实", .boolean),
      CatalogColumn("active", "启用", .boolean, comment: "0 leaves the line out; empty is 1"),
      CatalogColumn("note", "备注", .text),
    ])

  package static let unitCost = CatalogTable(
    "unit_cost", "单位成本", group: "标准", writers: .bureau,
    comment: "Cost of one unit for plans: a teacher-year, a square metre, a multimedia room.",
    key: ["org_code", "item"],
    columns: [
      CatalogColumn("org_code", "县代码", .orgCode, required: true),
      CatalogColumn("item", "项目", .text, required: true),
      CatalogColumn("cost", "单价", .decimal, required: true, unit: "元"),
      CatalogColumn("unit", "单位", .text),
      CatalogColumn("basis", "依据", .text),
      CatalogColumn("note", "备注", .text),
    ])
}
