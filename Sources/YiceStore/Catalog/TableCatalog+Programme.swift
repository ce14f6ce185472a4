extension CatalogTable {
  package static let task = CatalogTable(
    "task", "任务", group: "任务", writers: .bureau,
    comment: "任务分解 and 年度任务清单.",
    synonyms: ["年度任务清单", "任务分解表", "任务清单"],
    key: ["org_code", "id"],
    identity: ["org_code", "year", "kind", "seq", "task"],
    columns: [
      CatalogColumn("org_code", "发文单位代码", .orgCode, required: true),
      CatalogColumn("id", "编号", .identifier, required: true),
      CatalogColumn("year", "年度", .year),
      CatalogColumn("seq", "序号", .text, comment: "kept as written in the notice"),
      CatalogColumn(
        "kind", "任务类型", .text, synonyms: ["类型"], comment: "e.g. 任务, 措施, 步骤, 达标规划; kept as written"),
      CatalogColumn("stage_name", "阶段", .text, comment: "宣传动员, 自查自评, 整体推进, 评估验收; kept as written"),
      CatalogColumn("task", "任务", .text, required: true, prose: true, synonyms: ["任务内容", "工作任务"]),
      CatalogColumn("indicator", "对应指标", .text),
      CatalogColumn("goal", "目标值", .text, synonyms: ["目标", "目标要求", "工作目标"]),
      CatalogColumn("lead_unit", "牵头单位", .text),
      CatalogColumn("units", "责任单位", .text, synonyms: ["责任处室", "责任科室", "责任部门"]),
      CatalogColumn(
        "assisting_units", "配合单位", .text, synonyms: ["配合部门", "协助单位"],
        comment: "several: separated by 、", since: 2),
      CatalogColumn("leader", "责任领导", .text, sensitive: true, synonyms: ["牵头领导", "分管领导"]),
      CatalogColumn("starts_on", "开始日期", .date),
      CatalogColumn("due_on", "时限", .date, synonyms: ["完成时限"], ofMonth: .last, mayBePeriod: true),
      CatalogColumn(
        "period_text", "时间原文", .text, synonyms: ["时限原文"], comment: "the period as the notice has it"),
      CatalogColumn("progress", "进度", .text),
      CatalogColumn(
        "outcome", "落实情况", .text, prose: true, synonyms: ["完成情况"], comment: "what came of it, in words",
        since: 2),
      CatalogColumn(
        "done", "完成", .boolean, synonyms: ["是否完成", "已完成"],
        aliases: ["已完成": "1", "完成": "1", "未完成": "0", "进行中": "0", "推进中": "0", "未开始": "0"]),
      CatalogColumn("note", "备注", .text),
    ])

  package static let policy = CatalogTable(
    "policy", "政策清单", group: "任务", writers: .bureau,
    comment: "政策(制度)清单.",
    synonyms: ["政策", "制度清单", "政策制度清单"],
    key: ["org_code", "id"],
    identity: ["org_code", "title", "document_no"],
    columns: [
      CatalogColumn("org_code", "发文单位代码", .orgCode, required: true),
      CatalogColumn("id", "编号", .identifier, required: true),
      CatalogColumn("seq", "序号", .text),
      CatalogColumn("title", "名称", .text, required: true, prose: true, synonyms: ["政策名称", "文件名称", "制度名称"]),
      CatalogColumn("type", "类型", .text),
      CatalogColumn("document_no", "文号", .text, synonyms: ["发文字号"]),
      CatalogColumn("issuer", "发文单位", .text, synonyms: ["发文机关", "制定单位", "印发单位"], since: 2),
      CatalogColumn("issued_on", "发布日期", .date, synonyms: ["发文时间", "发文日期", "印发日期", "发布时间", "印发时间"]),
      CatalogColumn("lead_office", "牵头室", .text, synonyms: ["牵头科室", "牵头单位"]),
      CatalogColumn("state", "状态", .text),
      CatalogColumn("note", "备注", .text),
    ])

  package static let experiment = CatalogTable(
    "experiment", "实验教学台账", group: "专项", writers: .register,
    comment: "One row an experiment that the syllabus asks of a class.",
    synonyms: ["实验", "实验教学"],
    key: ["org_code", "id"],
    identity: ["org_code", "school_year", "term", "subject", "grade", "name", "category", "class_name"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("id", "编号", .identifier, required: true),
      CatalogColumn("school_year", "学年", .year),
      CatalogColumn("term", "学期", .choice(["上学期", "下学期"]), required: true),
      CatalogColumn("subject", "学科", .text, required: true),
      CatalogColumn(
        "grade", "年级", .integer(1...12),
        required: true,
        aliases: laterGradeWords
      ),
      CatalogColumn("chapter", "章节", .text, synonyms: ["章", "单元"], since: 2),
      CatalogColumn("name", "实验名称", .text, required: true),
      CatalogColumn(
        "category", "类别", .choice(["演示", "分组", "探究"]), required: true, synonyms: ["实验类型", "实验类别"],
        aliases: ["演示实验": "演示", "分组实验": "分组", "学生分组实验": "分组", "探究实验": "探究"]),
      CatalogColumn("required", "必做", .boolean),
      CatalogColumn("planned_week", "计划周次", .integer(1...30)),
      CatalogColumn("done_on", "实做日期", .date, synonyms: ["实验日期", "实验时间"]),
      CatalogColumn("class_name", "班级", .text),
      CatalogColumn("pupils", "学生人数", .count, unit: "人", synonyms: ["实验人数"], since: 2),
      CatalogColumn("laboratory", "实验室", .text, synonyms: ["实验地点"], since: 2),
      CatalogColumn("teacher", "教师", .text, sensitive: true, synonyms: ["任课教师", "实验教师"]),
      CatalogColumn("reason", "未开原因", .text),
      CatalogColumn("note", "备注", .text),
    ])

  package static let safetyCheck = CatalogTable(
    "safety_check", "平安校园", group: "专项", writers: .register,
    comment: "四个100% and rounds of the five checks: yes or no with date and evidence.",
    synonyms: ["四个100%", "五查"],
    key: ["org_code", "school_year", "item", "checked_on"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("school_year", "学年", .year, required: true),
      CatalogColumn(
        "item", "检查项",
        .choice(["专职保安员配备", "封闭化管理", "一键报警和视频监控联网", "护学岗", "周界围墙", "主体自查", "区域互查", "包保督查", "部门专查", "领导督查"]),
        required: true,
        synonyms: ["项目"]
      ),
      CatalogColumn("checked_on", "检查日期", .date, required: true, synonyms: ["日期"]),
      CatalogColumn("met", "是否达到", .boolean, required: true, synonyms: ["是否达标"]),
      CatalogColumn(
        "result", "落实情况", .choice(CatalogTable.results), synonyms: ["排查结果"],
        comment: "what forms with three answers say; 是否达到 counts", since: 2),
      CatalogColumn(
        "risk", "风险等级", .choice(["Ⅰ级", "Ⅱ级", "Ⅲ级"]),
        aliases: ["I级": "Ⅰ级", "II级": "Ⅱ级", "III级": "Ⅲ级", "一级": "Ⅰ级", "二级": "Ⅱ级", "三级": "Ⅲ级"],
        comment: "Ⅰ级 is the gravest", since: 2),
      CatalogColumn("round", "轮次", .text, comment: "which round of the five checks, e.g. 第一轮"),
      CatalogColumn("quantity", "数量", .decimal),
      CatalogColumn("evidence", "佐证材料", .text),
      CatalogColumn("checked_by", "检查人", .text, sensitive: true),
      CatalogColumn("note", "备注", .text),
    ])

  package static let schoolGroup = CatalogTable(
    "school_group", "学校共同体", group: "组织", writers: .bureau,
    comment: "Membership of schools in groups (共同体, 集团, 学区).",
    synonyms: ["集团", "学区", "共同体", "教育集团"],
    key: ["org_code", "group_name", "member_code"],
    columns: [
      CatalogColumn("org_code", "县代码", .orgCode, required: true),
      CatalogColumn("group_name", "共同体名称", .text, required: true, synonyms: ["名称"]),
      CatalogColumn("kind", "类型", .choice(["共同体", "集团", "学区", "名校双学区"])),
      CatalogColumn("member_code", "成员学校标识码", .orgCode, required: true),
      CatalogColumn("leading", "牵头学校", .boolean),
      CatalogColumn("note", "备注", .text),
    ])

  package static let personUnit = CatalogTable(
    "person_unit", "领导小组", group: "组织", writers: .bureau,
    comment: "Leading group and duties of departments: people and units the ledgers name.",
    synonyms: ["领导小组职责", "部门职责"],
    key: ["org_code", "id"],
    identity: ["org_code", "unit", "person"],
    columns: [
      CatalogColumn("org_code", "县代码", .orgCode, required: true),
      CatalogColumn("id", "编号", .identifier, required: true),
      CatalogColumn("unit", "单位", .text, required: true),
      CatalogColumn("person", "姓名", .text, sensitive: true),
      CatalogColumn("position", "职务", .text),
      CatalogColumn("role", "组内职务", .text, synonyms: ["小组职务"]),
      CatalogColumn("duty", "职责", .text),
      CatalogColumn("note", "备注", .text),
    ])
}
