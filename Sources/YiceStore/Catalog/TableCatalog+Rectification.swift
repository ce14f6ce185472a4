extension CatalogTable {
  package static let rectification = CatalogTable(
    "rectification", "整改清单", group: "整改", writers: .review,
    comment: "One problem to be put right.",
    schoolWrites: RowCondition(column: "source", value: "自查"),
    schoolColumns: ["measure", "person", "done_on", "evidence", "state"],
    synonyms: ["整改", "整改台账", "整改明细台账", "问题清单"],
    key: ["org_code", "id"],
    identity: ["org_code", "source", "found_on", "indicator", "problem"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("id", "编号", .identifier, required: true, synonyms: ["序号"]),
      CatalogColumn(
        "source", "问题来源", .choice(["国检", "省检", "市检", "县检", "专项督导", "自查"]),
        required: true
      ),
      CatalogColumn("found_on", "检查日期", .date),
      CatalogColumn("indicator", "对应指标", .text),
      CatalogColumn("problem", "问题描述", .text, required: true, prose: true, synonyms: ["问题", "存在问题"]),
      CatalogColumn("goal", "整改目标", .text),
      CatalogColumn("measure", "整改措施", .text),
      CatalogColumn("leaders", "责任领导", .text, sensitive: true, comment: "several: separated by 、"),
      CatalogColumn("units", "责任单位", .text, comment: "several: separated by 、"),
      CatalogColumn("person", "责任人", .text, sensitive: true),
      CatalogColumn("due_on", "整改时限", .date, synonyms: ["完成时限"]),
      CatalogColumn("done_on", "完成日期", .date),
      CatalogColumn("evidence", "佐证材料", .text),
      CatalogColumn(
        "state", "状态", .choice(["待整改", "整改中", "待核验", "已销号", "退回"]), required: true,
        comment: "逾期 is worked out from the date, never stored"),
      CatalogColumn("verifier_unit", "核验单位", .text),
      CatalogColumn("verifier", "核验人", .text, sensitive: true),
      CatalogColumn("struck_on", "销号日期", .date),
      CatalogColumn(
        "origin", "问题标识", .text,
        comment: "what found it, e.g. R4/小学 or room-area/R101; the same problem found again has the same"),
      CatalogColumn("former_id", "原编号", .text, comment: "the entry this problem recurs from"),
      CatalogColumn("note", "备注", .text),
    ])

  package static let rectificationProgress = CatalogTable(
    "rectification_progress", "整改进展", group: "整改", writers: .everyone,
    comment: "Dated progress entries; appended, never changed.",
    appendOnly: true,
    key: ["org_code", "id"],
    identity: ["org_code", "rectification_id", "reported_on", "progress"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("id", "编号", .identifier, required: true),
      CatalogColumn("rectification_id", "整改编号", .identifier, required: true),
      CatalogColumn("reported_on", "日期", .date, required: true),
      CatalogColumn("progress", "进展", .text, required: true, prose: true),
      CatalogColumn("reported_by", "填报人", .text, sensitive: true),
      CatalogColumn("evidence", "佐证材料", .text),
    ])

  package static let verdict = CatalogTable(
    "verdict", "核验结果", group: "整改", writers: .review,
    comment: "What a bureau or an inspector found when verifying an entry of a ledger.",
    synonyms: ["核验"],
    key: ["org_code", "id"],
    identity: ["org_code", "subject_table", "subject_key", "verified_on", "result"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("id", "编号", .identifier, required: true),
      CatalogColumn(
        "subject_table", "对象表", .text, required: true, comment: "e.g. rectification, oversized_class"),
      CatalogColumn("subject_key", "对象键", .text, required: true, comment: "the row's key as written by show"),
      CatalogColumn("result", "结果", .choice(["通过", "退回"]), required: true, synonyms: ["核验结果"]),
      CatalogColumn("verified_on", "核验日期", .date, required: true),
      CatalogColumn("verifier_unit", "核验单位", .text),
      CatalogColumn("verifier", "核验人", .text, sensitive: true),
      CatalogColumn("reason", "理由", .text),
      CatalogColumn("note", "备注", .text),
    ])

  package static let opinion = CatalogTable(
    "opinion", "审核意见", group: "审核", writers: .review,
    comment: "What an inspector says of a row, or of one of its columns.",
    synonyms: ["意见"],
    key: ["org_code", "id"],
    identity: ["org_code", "subject_table", "subject_key", "subject_column", "given_on", "text"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("id", "编号", .identifier, required: true),
      CatalogColumn("subject_table", "对象表", .text, required: true),
      CatalogColumn("subject_key", "对象键", .text, required: true),
      CatalogColumn("subject_column", "对象列", .text),
      CatalogColumn("judgement", "意见", .choice(["通过", "退回", "疑问"]), required: true),
      CatalogColumn("text", "说明", .text, synonyms: ["意见内容"]),
      CatalogColumn("given_by", "审核人", .text, sensitive: true),
      CatalogColumn("given_on", "日期", .date, required: true),
      CatalogColumn(
        "side", "提出方", .choice(["督查", "县级", "市级", "省级"]), comment: "only it may close the opinion"),
      CatalogColumn("closed", "已关闭", .boolean),
      CatalogColumn("note", "备注", .text),
    ])

  package static let opinionReply = CatalogTable(
    "opinion_reply", "意见答复", group: "审核", writers: .everyone,
    comment: "Answers to opinions; appended.",
    appendOnly: true,
    synonyms: ["答复"],
    key: ["org_code", "id"],
    identity: ["org_code", "opinion_id", "replied_on", "text"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("id", "编号", .identifier, required: true),
      CatalogColumn("opinion_id", "意见编号", .identifier, required: true),
      CatalogColumn("text", "答复", .text, required: true, prose: true),
      CatalogColumn("replied_by", "答复人", .text, sensitive: true),
      CatalogColumn("replied_on", "日期", .date, required: true),
    ])

  package static let evidence = CatalogTable(
    "evidence", "佐证材料", group: "审核", writers: .everyone,
    comment: "A file attached to a row; the bytes are in evidence_blob, once per content.",
    synonyms: ["附件", "佐证"],
    key: ["org_code", "id"],
    identity: ["org_code", "subject_table", "subject_key", "sha256", "file_name"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("id", "编号", .identifier, required: true),
      CatalogColumn("subject_table", "对象表", .text, required: true),
      CatalogColumn("subject_key", "对象键", .text, required: true),
      CatalogColumn("file_name", "文件名", .text, required: true),
      CatalogColumn("media_type", "类型", .text),
      CatalogColumn("size", "大小", .count, required: true, unit: "字节"),
      CatalogColumn("sha256", "内容摘要", .sha256, required: true, comment: "hex"),
      CatalogColumn("added_on", "添加日期", .date),
      CatalogColumn("note", "备注", .text),
    ])
}
