extension CatalogTable {
  package static let rectification = CatalogTable(
    "rectification", "整改清单", group: "整改", writers: .review,
    comment: "One problem to be put right.",
    schoolWrites: RowCondition(column: "source", value: "自查"),
    schoolColumns: [
      "measure", "person", "phone", "situation", "done_on", "evidence", "unfinished", "state",
    ],
    synonyms: ["整改", "整改台账", "整改明细台账", "问题清单"],
    key: ["org_code", "id"],
    identity: ["org_code", "source", "found_on", "indicator", "problem"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("id", "编号", .identifier, required: true, synonyms: ["序号"]),
      CatalogColumn(
        "source", "问题来源", .choice(["国检", "省检", "市检", "县检", "专项督导", "自查"]),
        required: true, synonyms: ["督查类别", "检查类别", "督导类别", "来源", "检查来源", "检查级别"],
        aliases: [
          "国家级评估": "国检", "国家督导": "国检", "国家级": "国检", "国家认定": "国检", "国家教育督导": "国检", "国务院": "国检", "教育部": "国检",
          "省政府教育督导": "省检", "省教育督导": "省检", "省评估": "省检", "市政府教育督导": "市检", "市教育督导": "市检", "省级评估": "省检",
          "省级督导": "省检", "省级": "省检",
          "省督导": "省检",
          "市级评估": "市检", "市级督导": "市检", "市级": "市检", "市督导": "市检", "县级评估": "县检", "县级督导": "县检", "县级": "县检",
          "区级督导": "县检",
          "区检": "县检", "县督导": "县检", "专项督查": "专项督导", "专项检查": "专项督导", "学校自查": "自查", "自评": "自查", "自查自评": "自查",
        ]
      ),
      CatalogColumn(
        "found_on", "检查日期", .date, synonyms: ["检查时间", "督查时间", "督导时间", "督查日期", "发现日期", "发现时间"],
        ofMonth: .last),
      CatalogColumn("indicator", "对应指标", .text, synonyms: ["指标名称", "指标", "涉及指标", "相关指标"]),
      CatalogColumn(
        "problem", "问题描述", .text, required: true, prose: true, synonyms: ["问题", "存在问题", "具体问题", "具体问题表述"]),
      CatalogColumn(
        "requirement", "整改要求", .text, prose: true, comment: "what the inspection asks for", since: 2),
      CatalogColumn(
        "basis", "整改依据", .text, prose: true, synonyms: ["法规政策依据", "政策依据", "整改要求/依据", "依据"],
        comment: "the rule that is broken", since: 2),
      CatalogColumn(
        "kind", "整改类型", .choice(["立行立改", "分阶段整改", "持续整改"]),
        aliases: ["分阶段": "分阶段整改", "持续": "持续整改", "立即整改": "立行立改"],
        comment: "at once, in stages, or lasting", since: 2),
      CatalogColumn("goal", "整改目标", .text),
      CatalogColumn(
        "standard", "完成标准", .text, prose: true, synonyms: ["整改完成标准"],
        comment: "what shows that it is put right", since: 2),
      CatalogColumn(
        "measure", "整改措施", .text, synonyms: ["细化整改措施", "细化的整改措施"]),
      CatalogColumn(
        "leaders", "责任领导", .text, sensitive: true, synonyms: ["牵头领导", "分管领导", "包抓领导", "责任县领导"],
        comment: "several: separated by 、"),
      CatalogColumn(
        "units", "责任单位", .text, synonyms: ["责任处室", "责任科室", "责任部门", "牵头部门"],
        comment: "several: separated by 、"),
      CatalogColumn(
        "assisting_units", "配合单位", .text, synonyms: ["配合部门", "协助单位", "配合整改部门"],
        comment: "several: separated by 、", since: 2),
      CatalogColumn("person", "责任人", .text, sensitive: true, synonyms: ["整改责任人"]),
      CatalogColumn("phone", "联系电话", .text, sensitive: true, synonyms: ["责任人电话", "电话"], since: 2),
      CatalogColumn(
        "due_on", "整改时限", .date, synonyms: ["完成时限", "整改期限"], ofMonth: .last, mayBePeriod: true),
      CatalogColumn(
        "period_text", "时限原文", .text, comment: "the period as the notice has it, e.g. 7月底", since: 2),
      CatalogColumn(
        "situation", "整改情况", .text, prose: true,
        synonyms: ["整改进度", "整改进展", "整改进展情况", "进展情况", "落实情况", "已采取的整改措施"],
        comment: "how far it is, in the sheet's words; dated entries stand in rectification_progress",
        since: 2),
      CatalogColumn("done_on", "完成日期", .date, synonyms: ["完成时间"], ofMonth: .last),
      CatalogColumn(
        "unfinished", "未整改到位原因及下一步", .text, prose: true,
        synonyms: ["未整改到位原因", "未到位原因及下一步", "未整改到位原因及下一步计划", "未整改到位问题原因及下一步计划"],
        comment: "why it is not done yet, and what comes next", since: 2),
      CatalogColumn("evidence", "佐证材料", .text),
      CatalogColumn(
        "state", "状态", .choice(["待整改", "整改中", "待核验", "已销号", "退回"]), required: true,
        synonyms: ["整改状态", "是否完成整改", "是否完成", "是否整改到位", "完成情况"] + Array(struckWords.prefix(3)),
        aliases: [
          "否": "待整改", "未销号": "待整改", "未完成": "待整改", "未整改": "待整改", "未开始": "待整改", "×": "待整改", "进行中": "整改中",
          "正在整改": "整改中", "持续整改": "整改中", "长期整改": "整改中", "持续推进": "整改中",
        ],
        // What is done counts as struck off only with its proof and a verifier.
        coarse: [
          "是": "整改中", "√": "整改中", "已完成": "整改中", "完成": "整改中", "基本完成": "整改中", "已整改": "整改中", "整改到位": "整改中",
          "已申请销号": "整改中", "申请销号": "整改中",
        ],
        finished: ["已销号"],
        comment: "逾期 is worked out from the date, never stored"),
      CatalogColumn("verifier_unit", "核验单位", .text),
      CatalogColumn("verifier", "核验人", .text, sensitive: true),
      CatalogColumn("struck_on", "销号日期", .date, synonyms: ["销号时间"], ofMonth: .last),
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
      CatalogColumn("reported_on", "日期", .date, required: true, ofMonth: .last),
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
      CatalogColumn("verified_on", "核验日期", .date, required: true, ofMonth: .last),
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
      CatalogColumn(
        "material_id", "材料编号", .identifier,
        comment: "the line of expected_material that it answers; empty: none", since: 2),
      CatalogColumn(
        "year", "年度", .year, comment: "first year of the 学年 that it tells of; empty: every year", since: 2),
      CatalogColumn("note", "备注", .text),
    ])
}
