extension CatalogTable {
  package static let conclusion = CatalogTable(
    "conclusion", "结论", group: "评估", writers: .register,
    comment: """
      What a person concluded on an item that no figure answers (G, Q items); 未填 until then.
      """,
    synonyms: ["结论性指标", "指标结论"],
    key: ["org_code", "school_year", "item"],
    columns: [
      CatalogColumn("org_code", "学校或县代码", .orgCode, required: true),
      CatalogColumn("school_year", "学年", .year, required: true),
      CatalogColumn(
        "item", "指标编号", .text, required: true, synonyms: ["指标", "指标代码"], comment: "e.g. G1, G10, Q3"),
      CatalogColumn("met", "是否达标", .boolean, inFigures: true),
      CatalogColumn("conclusion", "简要结论", .text, synonyms: ["结论"]),
      CatalogColumn("evidence", "佐证材料", .text, synonyms: ["佐证"]),
      CatalogColumn("concluded_by", "填写人", .text, sensitive: true),
      CatalogColumn("concluded_on", "填写日期", .date),
      CatalogColumn("note", "备注", .text),
    ])

  package static let survey = CatalogTable(
    "survey", "满意度调查", group: "评估", writers: .bureau,
    comment: "社会认可度: questionnaires and visits, by group of respondents.",
    synonyms: ["社会认可度", "问卷调查"],
    key: ["org_code", "school_year", "respondent", "method"],
    columns: [
      CatalogColumn("org_code", "县代码", .orgCode, required: true),
      CatalogColumn("school_year", "学年", .year, required: true),
      CatalogColumn(
        "respondent", "调查对象", .choice(["学生", "家长", "教师", "校长", "人大代表", "政协委员", "其他群众"]),
        required: true,
        synonyms: ["对象"]
      ),
      CatalogColumn("method", "方式", .choice(["问卷", "走访"]), required: true),
      CatalogColumn("total", "总数", .count, required: true, unit: "人", synonyms: ["问卷总数", "走访人数"]),
      CatalogColumn("valid", "有效数", .count, unit: "人", synonyms: ["有效问卷"], inFigures: true),
      CatalogColumn("satisfied", "满意数", .count, required: true, unit: "人", synonyms: ["满意人数"]),
      CatalogColumn("note", "备注", .text),
    ])

  package static let vetoFinding = CatalogTable(
    "veto_finding", "一票否决", group: "评估", writers: .bureau,
    comment: "Whether a veto item (不予认定) occurred.",
    key: ["org_code", "school_year", "item"],
    columns: [
      CatalogColumn("org_code", "学校或县代码", .orgCode, required: true),
      CatalogColumn("school_year", "学年", .year, required: true),
      CatalogColumn("item", "否决事项", .text, required: true),
      CatalogColumn("found", "是否存在", .boolean, required: true),
      CatalogColumn("finding", "情况说明", .text, inFigures: true),
      CatalogColumn("checked_by", "核查人", .text, sensitive: true),
      CatalogColumn("checked_on", "核查日期", .date),
      CatalogColumn("note", "备注", .text),
    ])

  package static let relaxation = CatalogTable(
    "relaxation", "放宽认定", group: "评估", writers: .bureau,
    comment: "A time-limited relaxation for one school, with its legal basis and expiry.",
    key: ["org_code", "item"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("item", "指标编号", .text, required: true),
      CatalogColumn("basis", "依据", .text, required: true),
      CatalogColumn("expires_on", "到期日", .date, required: true),
      CatalogColumn("note", "备注", .text),
    ])
}
