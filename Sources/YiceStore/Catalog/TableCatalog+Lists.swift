extension CatalogTable {
  package static let coreItem = CatalogTable(
    "core_item", "核心指标", group: "评估", writers: .bureau,
    comment:
      "The core items (13项核心指标) as the bureau names them once; their number and names differ by province.",
    synonyms: ["核心指标目录", "13项核心指标"],
    key: ["org_code", "item"], since: 2,
    columns: [
      CatalogColumn("org_code", "县代码", .orgCode, required: true),
      CatalogColumn("item", "指标编号", .text, required: true, synonyms: ["编号", "序号"], comment: "e.g. C1"),
      CatalogColumn("name", "指标名称", .text, required: true, prose: true, synonyms: ["名称", "核心指标"]),
      CatalogColumn("requirement", "指标要求", .text, prose: true, synonyms: ["要求", "标准"]),
      CatalogColumn("basis", "依据", .text),
      CatalogColumn("active", "启用", .boolean, inFigures: true, comment: "0 leaves it out; empty is 1"),
      CatalogColumn("note", "备注", .text),
    ])

  package static let coreAnswer = CatalogTable(
    "core_answer", "核心指标填报", group: "评估", writers: .register,
    comment: "Each school's answer to each core item; too many unmet ones are a veto (N2).",
    synonyms: ["核心指标情况"],
    key: ["org_code", "school_year", "item"], since: 2,
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("school_year", "学年", .year, required: true),
      CatalogColumn("item", "指标编号", .text, required: true, synonyms: ["编号"], comment: "as in core_item"),
      CatalogColumn("met", "是否达标", .boolean, inFigures: true),
      CatalogColumn("answer", "情况说明", .text, prose: true, synonyms: ["简要结论"]),
      CatalogColumn("evidence", "佐证材料", .text),
      CatalogColumn("answered_by", "填写人", .text, sensitive: true),
      CatalogColumn("answered_on", "填写日期", .date),
      CatalogColumn("note", "备注", .text),
    ])

  package static let expectedMaterial = CatalogTable(
    "expected_material", "档案目录", group: "评估", writers: .bureau,
    comment: """
      Which material is expected for which indicator, from whom, for which year, and in which box it is filed; evidence \
      answers it by material_id.
      """,
    synonyms: ["材料清单", "档案清单", "佐证材料清单"],
    key: ["org_code", "id"], identity: ["org_code", "indicator", "material", "who", "year"], since: 2,
    columns: [
      CatalogColumn("org_code", "县代码", .orgCode, required: true),
      CatalogColumn("id", "编号", .identifier, required: true),
      CatalogColumn("seq", "序号", .text, comment: "kept as written"),
      CatalogColumn("indicator", "指标编号", .text, required: true, synonyms: ["指标", "指标内容", "对应指标"]),
      CatalogColumn("material", "材料名称", .text, required: true, prose: true, synonyms: ["材料", "需上传材料"]),
      CatalogColumn("who", "责任方", .choice(["县", "校"]), required: true, aliases: ["县级": "县", "学校": "校"]),
      CatalogColumn("year", "年度", .year, comment: "empty: every year"),
      CatalogColumn(
        "required", "必备", .boolean, synonyms: ["是否必备", "是否必填"], comment: "0: where there is any (如有)"),
      CatalogColumn("box", "档案盒", .text, synonyms: ["盒号", "卷"], comment: "e.g. A4 设施设备与场地"),
      CatalogColumn("basis", "依据", .text),
      CatalogColumn("active", "启用", .boolean, comment: "0 leaves it out; empty is 1"),
      CatalogColumn("note", "备注", .text),
    ])
}
