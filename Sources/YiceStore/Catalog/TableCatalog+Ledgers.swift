extension CatalogTable {
  package static let standardizationItem = CatalogTable(
    "standardization_item", "标准化建设台账", group: "台账", writers: .register,
    comment: "一校一册: one line an item of a school's standardization.",
    synonyms: ["一校一册", "标准化台账", "学校标准化建设台账"],
    key: ["org_code", "stage", "item_id"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn(
        "stage", "学段", .choice(["", "幼儿", "小学", "初中", "高中"]), emptyAllowedInKey: true, aliases: stageWords,
        comment: "empty: the whole school"),
      CatalogColumn(
        "item_id", "条目编号", .identifier, required: true,
        comment: "the catalogue item's id, or a random id for a line of the school's own"),
      CatalogColumn("seq", "序号", .integer(0...100000)),
      CatalogColumn(
        "category", "类别", .choice(["校舍", "功能室", "场地", "仪器设备", "图书", "信息化", "师资", "安全", "生活", "其他"]),
        required: true
      ),
      CatalogColumn("item", "项目", .text, required: true),
      CatalogColumn("unit", "单位", .text),
      CatalogColumn("required", "标准(应配)", .decimal, synonyms: ["应配", "标准", "应配数"]),
      CatalogColumn("actual", "现状(实有)", .decimal, synonyms: ["实有", "现状", "实配", "实配数", "实有数", "现有", "现有数"]),
      CatalogColumn(
        "actual_source", "现状来源", .choice(["登记册", "填报值", "手工"]),
        comment: "where 现状 comes from; 手工 is kept when the ledger is built again"),
      CatalogColumn("measure", "措施", .text, synonyms: ["措施项目", "项目措施", "措施/项目"]),
      CatalogColumn(
        "project", "项目名称", .text, synonyms: ["建设项目", "所属项目"],
        comment: "the building or purchasing project that closes the gap"),
      CatalogColumn("money", "资金", .decimal, unit: "元", synonyms: ["资金(元)"]),
      CatalogColumn("money_source", "资金来源", .text),
      CatalogColumn("leader", "责任领导", .text, sensitive: true),
      CatalogColumn("unit_in_charge", "责任单位", .text),
      CatalogColumn("person", "责任人", .text, sensitive: true),
      CatalogColumn(
        "due_on", "计划完成", .date, synonyms: ["计划完成时间"], ofMonth: .last, mayBePeriod: true),
      CatalogColumn("done_on", "实际完成", .date, synonyms: ["实际完成时间"], ofMonth: .last),
      CatalogColumn(
        "state", "状态", .choice(["未启动", "实施中", "已完成", "已达标"]), finished: ["已完成", "已达标"]),
      CatalogColumn("indicator", "依据指标", .text),
      CatalogColumn("basis", "标准依据", .text, comment: "the document that asks for it"),
      CatalogColumn("verified", "标准已核实", .boolean, comment: "0: not found in an official text"),
      CatalogColumn("pending", "待确认", .boolean),
      CatalogColumn("note", "备注", .text),
    ])

  package static let standardizationGoal = CatalogTable(
    "standardization_goal", "年度目标", group: "台账", writers: .register,
    comment: "Yearly goals and money of a 一校一册 line.",
    key: ["org_code", "stage", "item_id", "year"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn(
        "stage", "学段", .choice(["", "幼儿", "小学", "初中", "高中"]), emptyAllowedInKey: true, aliases: stageWords),
      CatalogColumn("item_id", "条目编号", .identifier, required: true),
      CatalogColumn("year", "年度", .year, required: true),
      CatalogColumn("goal", "目标数", .decimal),
      CatalogColumn("done", "完成数", .decimal),
      CatalogColumn("planned_money", "计划资金", .decimal, unit: "元"),
      CatalogColumn("spent_money", "已用资金", .decimal, unit: "元"),
      CatalogColumn("note", "备注", .text),
    ])

  package static let oversizedClass = CatalogTable(
    "oversized_class", "大班额台账", group: "台账", writers: .headCount,
    comment: """
      The ledger that eliminates oversized classes: one entry a class, by its identity. 销号 is for \
      bureau and inspection.
      """,
    synonyms: ["大班额", "大班额消除台账"],
    key: ["org_code", "stage", "entry_year", "class_no"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("stage", "学段", .choice(["小学", "初中", "高中"]), required: true, aliases: laterStageWords),
      CatalogColumn("entry_year", "入学年份", .year, required: true),
      CatalogColumn("class_no", "班号", .integer(1...99), required: true),
      CatalogColumn(
        "grade", "年级", .integer(1...12), aliases: laterGradeWords,
        comment: "as the sheet has it, in 建档学年; the class is known by its entry year", since: 2),
      CatalogColumn(
        "filed_count", "建档人数", .count, required: true, unit: "人", synonyms: ["班额", "人数", "班级人数", "学生数"]),
      CatalogColumn("filed_on", "建档日期", .date, required: true, ofMonth: .first),
      CatalogColumn("limit_count", "班额上限", .count, unit: "人", comment: "the limit it was filed against"),
      CatalogColumn(
        "school_year", "建档学年", .year, synonyms: ["学年", "建档学年度"], comment: "school year of the baseline"),
      CatalogColumn("term", "学期", .choice(["上学期", "下学期"])),
      CatalogColumn("level", "类别", .choice(["超标准", "大班额", "超大班额"]), required: true),
      CatalogColumn("cause", "成因", .text),
      CatalogColumn("measure", "化解措施", .choice(["新建改扩建", "分流", "起始年级控班", "增班补师", "其他"])),
      CatalogColumn("measure_text", "措施说明", .text),
      CatalogColumn("new_places", "新增学位", .count, unit: "个"),
      CatalogColumn("leader", "责任领导", .text, sensitive: true),
      CatalogColumn("unit_in_charge", "责任单位", .text),
      CatalogColumn("person", "责任人", .text, sensitive: true),
      CatalogColumn(
        "due_on", "计划销号时间", .date, synonyms: ["计划销号"], ofMonth: .last, mayBePeriod: true),
      CatalogColumn(
        "period_text", "时限原文", .text, comment: "the period as the plan has it, e.g. 2023年秋季", since: 2),
      CatalogColumn(
        "state", "状态", .choice(["在册", "拟销号", "已销号", "反弹", "毕业"]), required: true,
        synonyms: struckWords, aliases: listedWords, coarse: doneWords,
        finished: ["已销号", "毕业"],
        comment: "毕业 (since format 2): the class left the school as it was"),
      CatalogColumn(
        "left_on", "毕业日期", .date, synonyms: ["离校日期"], comment: "when it left the school", since: 2),
      CatalogColumn("struck_basis", "销号依据", .text),
      CatalogColumn("struck_on", "销号日期", .date, synonyms: ["销号时间", "实际销号时间", "化解时间"], ofMonth: .last),
      CatalogColumn("verifier", "核验人", .text, sensitive: true),
      CatalogColumn("note", "备注", .text),
    ])

  package static let oversizedRecount = CatalogTable(
    "oversized_recount", "班额核查", group: "台账", writers: .headCount,
    comment: "A later head count of a class on the ledger.",
    key: ["org_code", "stage", "entry_year", "class_no", "counted_on"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("stage", "学段", .choice(["小学", "初中", "高中"]), required: true, aliases: laterStageWords),
      CatalogColumn("entry_year", "入学年份", .year, required: true),
      CatalogColumn("class_no", "班号", .integer(1...99), required: true),
      CatalogColumn("counted_on", "核查日期", .date, required: true, ofMonth: .last),
      CatalogColumn("head_count", "核查人数", .count, required: true, unit: "人"),
      CatalogColumn("counted_by", "核查人", .text, sensitive: true),
      CatalogColumn("evidence", "佐证材料", .text),
      CatalogColumn("note", "备注", .text),
    ])

  package static let oversizedSchool = CatalogTable(
    "oversized_school", "大校额台账", group: "台账", writers: .headCount,
    comment: """
      The same ledger for schools above the size limit; one entry a school and baseline. 销号 is for \
      bureau and inspection.
      """,
    synonyms: ["大校额"],
    key: ["org_code", "filed_on"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("filed_on", "建档日期", .date, required: true, ofMonth: .first),
      CatalogColumn(
        "filed_count", "建档人数", .count, required: true, unit: "人",
        synonyms: ["在校生数", "在校学生数", "学生数", "在校人数", "学校规模"]),
      CatalogColumn("limit_count", "规模上限", .count, unit: "人"),
      CatalogColumn("cause", "成因", .text),
      CatalogColumn("measure", "化解措施", .text),
      CatalogColumn("new_places", "新增学位", .count, unit: "个"),
      CatalogColumn("leader", "责任领导", .text, sensitive: true),
      CatalogColumn("unit_in_charge", "责任单位", .text),
      CatalogColumn("person", "责任人", .text, sensitive: true),
      CatalogColumn(
        "due_on", "计划销号时间", .date, synonyms: ["计划销号"], ofMonth: .last, mayBePeriod: true),
      CatalogColumn(
        "state", "状态", .choice(["在册", "拟销号", "已销号", "反弹"]), required: true,
        synonyms: struckWords, aliases: listedWords, coarse: doneWords, finished: ["已销号"]),
      CatalogColumn("recounted_on", "最近核查日期", .date, ofMonth: .last),
      CatalogColumn("recount", "最近核查人数", .count, unit: "人"),
      CatalogColumn("struck_basis", "销号依据", .text),
      CatalogColumn("struck_on", "销号日期", .date, ofMonth: .last),
      CatalogColumn("verifier", "核验人", .text, sensitive: true),
      CatalogColumn("note", "备注", .text),
    ])

  static let struckWords = ["是否销号", "是否已销号", "销号情况", "是否化解", "是否已化解", "化解情况", "是否消除"]
  /// A class is struck off after a later count, with its proof: a sheet's 是 is neither.
  private static let listedWords = ["否": "在册", "未销号": "在册", "未化解": "在册", "未消除": "在册"]
  /// What is done counts as struck off only with its proof and a verifier.
  private static let doneWords = ["是": "在册", "√": "在册", "已化解": "在册", "已消除": "在册"]
}
