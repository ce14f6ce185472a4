extension CatalogTable {
  package static let training = CatalogTable(
    "training", "教师培训", group: "登记册", writers: .register,
    comment: "Hours of training by year (每年72学时); the five years' sum of G9 stands in teacher.",
    synonyms: ["培训", "培训学时", "继续教育"],
    key: ["org_code", "year", "teacher_no"], since: 2,
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("year", "年度", .year, required: true, synonyms: ["培训年度", "年份"], comment: "calendar year"),
      CatalogColumn("teacher_no", "教师编号", .text, required: true, synonyms: ["工号", "教工号", "职工号", "教职工号"]),
      CatalogColumn("name", "姓名", .text, sensitive: true, synonyms: ["教师姓名"]),
      CatalogColumn("hours", "培训学时", .decimal, required: true, unit: "学时", synonyms: ["学时", "学时数"]),
      CatalogColumn("note", "备注", .text),
    ])

  package static let exchange = CatalogTable(
    "exchange", "交流支教", group: "登记册", writers: .register,
    comment: "One row a teacher and stay at another school, kept by the school that sends.",
    synonyms: ["交流轮岗", "支教", "轮岗", "交流轮岗名册"],
    key: ["org_code", "id"], identity: ["org_code", "teacher_no", "kind", "from_on", "to_school"], since: 2,
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true, comment: "the school that sends"),
      CatalogColumn("id", "编号", .identifier, required: true),
      CatalogColumn(
        "teacher_no", "教师编号", .text, required: true, synonyms: ["工号", "教工号", "职工号", "教职工号"],
        comment: "as in teacher"),
      CatalogColumn("name", "姓名", .text, sensitive: true, synonyms: ["教师姓名"]),
      CatalogColumn(
        "kind", "类型", .choice(["交流轮岗", "支教", "走教", "其他"]), required: true, synonyms: ["交流类型", "交流形式"],
        aliases: ["交流": "交流轮岗", "轮岗": "交流轮岗", "轮岗交流": "交流轮岗", "县内交流": "交流轮岗", "校际交流": "交流轮岗"]),
      CatalogColumn(
        "backbone", "骨干教师", .boolean, synonyms: ["是否骨干", "骨干"], inFigures: true,
        comment: "县级 and above when it began"),
      CatalogColumn("from_school", "派出学校", .text, synonyms: ["原学校", "流出学校", "交流前学校", "原任教学校", "派出单位"]),
      CatalogColumn("to_school", "接收学校", .text, synonyms: ["交流学校", "流入学校", "支教学校", "交流后学校", "受援学校", "接收单位"]),
      CatalogColumn("to_code", "接收学校标识码", .orgCode, comment: "empty: outside the county"),
      CatalogColumn(
        "from_on", "开始日期", .date, synonyms: ["起始日期", "开始时间"], ofMonth: .first),
      CatalogColumn(
        "to_on", "结束日期", .date, synonyms: ["终止日期", "结束时间"], ofMonth: .last, mayBePeriod: true,
        comment: "empty: not over"),
      CatalogColumn(
        "period_text", "时间原文", .text, synonyms: ["交流时间", "支教时间"], comment: "the period as written"),
      CatalogColumn("note", "备注", .text),
    ])

  package static let duty = CatalogTable(
    "duty", "包联责任", group: "组织", writers: .bureau,
    comment: "Who looks after what (教研员五包, 领导包校): one row a person and object.",
    synonyms: ["五包", "包联", "包保责任"],
    key: ["org_code", "id"], identity: ["org_code", "person", "kind", "object"], since: 2,
    columns: [
      CatalogColumn("org_code", "县代码", .orgCode, required: true),
      CatalogColumn("id", "编号", .identifier, required: true, synonyms: ["序号"]),
      CatalogColumn("person", "姓名", .text, required: true, sensitive: true, synonyms: ["包联人", "责任人"]),
      CatalogColumn("unit", "单位", .text),
      CatalogColumn("position", "职务", .text),
      CatalogColumn("phone", "联系电话", .text, sensitive: true, synonyms: ["电话"]),
      CatalogColumn(
        "kind", "包联类型", .text, required: true, synonyms: ["类型"],
        comment: "e.g. 包乡镇, 包学校, 包学科; kept as written"),
      CatalogColumn("object", "包联对象", .text, required: true, synonyms: ["对象"]),
      CatalogColumn("object_code", "对象学校标识码", .orgCode, comment: "where the object is one school"),
      CatalogColumn("from_on", "开始日期", .date, ofMonth: .first),
      CatalogColumn("to_on", "结束日期", .date, ofMonth: .last),
      CatalogColumn("note", "备注", .text),
    ])
}
