extension CatalogTable {
  package static let target = CatalogTable(
    "target", "规划目标", group: "任务", writers: .bureau,
    comment: "A number to reach by a year (年内达标10所), held against the figures.",
    synonyms: ["目标数", "目标"],
    key: ["org_code", "name", "stage", "year"], since: 2,
    columns: [
      CatalogColumn("org_code", "学校或县代码", .orgCode, required: true),
      CatalogColumn("name", "目标名称", .text, required: true, synonyms: ["名称"]),
      CatalogColumn(
        "stage", "学段", .choice(["", "小学", "初中", "高中"]), emptyAllowedInKey: true, aliases: laterStageWords,
        comment: "empty: all stages together"),
      CatalogColumn("year", "年度", .year, required: true, synonyms: ["年份"]),
      CatalogColumn(
        "indicator", "指标编号", .text, synonyms: ["指标", "对应指标"], comment: "the figure it is held against"),
      CatalogColumn(
        "direction", "方向", .choice(["不低于", "不高于"]), comment: "which side of the value is right; empty: 不低于"),
      CatalogColumn("value", "目标值", .signedDecimal, required: true, synonyms: ["目标数值", "数值"]),
      CatalogColumn("unit", "单位", .text),
      CatalogColumn("basis", "依据", .text),
      CatalogColumn("note", "备注", .text),
    ])

  package static let project = CatalogTable(
    "project", "建设项目", group: "任务", writers: .register,
    comment: """
      A building project. One for a school that is still to be founded has the county's code and the name that the school \
      will have.
      """,
    synonyms: ["项目", "工程项目", "新建改扩建项目"],
    key: ["org_code", "id"], identity: ["org_code", "name", "school_name"], since: 2,
    columns: [
      CatalogColumn("org_code", "学校或县代码", .orgCode, required: true),
      CatalogColumn("id", "编号", .identifier, required: true, synonyms: ["序号", "项目编号"]),
      CatalogColumn("name", "项目名称", .text, required: true, synonyms: ["名称"]),
      CatalogColumn("school_name", "拟建学校名称", .text, comment: "of a school that has no code yet"),
      CatalogColumn("town", "乡镇", .text, synonyms: ["所在乡镇"], comment: "empty: that of the school in org"),
      CatalogColumn(
        "stage", "学段", .choice(["幼儿", "小学", "初中", "高中"]), aliases: stageWords,
        comment: "whom the places are for; empty: the one 学段 of the school"),
      CatalogColumn(
        "kind", "建设类型", .choice(["新建", "改建", "扩建", "迁建", "维修改造", "其他"]), required: true,
        synonyms: ["类型", "建设性质", "项目类型"], aliases: ["改扩建": "扩建", "维修": "维修改造", "改造": "维修改造"]),
      CatalogColumn("content", "建设内容", .text, prose: true, synonyms: ["主要建设内容"]),
      CatalogColumn("places", "新增学位", .count, unit: "个", synonyms: ["新增学位数"]),
      CatalogColumn("floor_area", "建筑面积", .decimal, unit: "㎡", synonyms: ["建设面积", "建设规模"]),
      CatalogColumn("site_area", "占地面积", .decimal, unit: "㎡"),
      CatalogColumn("money", "计划投资", .decimal, unit: "元", synonyms: ["总投资", "资金", "投资"]),
      CatalogColumn("spent", "完成投资", .decimal, unit: "元", synonyms: ["已完成投资"]),
      CatalogColumn("money_source", "资金来源", .text),
      CatalogColumn("starts_on", "计划开工", .date, synonyms: ["计划开工时间"], ofMonth: .first),
      CatalogColumn(
        "due_on", "计划完成", .date, synonyms: ["计划完成时间", "计划竣工", "计划竣工时间"], ofMonth: .last,
        mayBePeriod: true),
      CatalogColumn("started_on", "实际开工", .date, synonyms: ["实际开工时间", "开工日期"], ofMonth: .first),
      CatalogColumn("done_on", "实际完成", .date, synonyms: ["实际完成时间", "竣工日期"], ofMonth: .last),
      CatalogColumn("period_text", "时限原文", .text, comment: "the period as the plan has it"),
      CatalogColumn(
        "state", "状态", .choice(["未启动", "前期", "在建", "完工", "投入使用", "停缓建"]), synonyms: ["进度", "建设进度"],
        aliases: ["前期工作": "前期", "建设中": "在建", "已完工": "完工", "竣工": "完工", "已投入使用": "投入使用"],
        finished: ["完工", "投入使用"]),
      CatalogColumn("leader", "责任领导", .text, sensitive: true),
      CatalogColumn("unit_in_charge", "责任单位", .text),
      CatalogColumn("person", "责任人", .text, sensitive: true),
      CatalogColumn("note", "备注", .text),
    ])
}
