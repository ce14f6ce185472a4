extension CatalogTable {
  package static let classRoll = CatalogTable(
    "class_roll", "班级", group: "登记册", writers: .register,
    comment: """
      One row a class a school year. A class keeps its identity (org, stage, entry year, class \
      number) as it moves up.
      """,
    synonyms: ["班级名册", "班级情况", "班额", "班级登记"],
    key: ["org_code", "school_year", "stage", "entry_year", "class_no"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn(
        "school_year", "学年", .year, required: true,
        comment: "first year of the school year: 2022 is 2022-09-01 to 2023-08-31"),
      CatalogColumn(
        "stage", "学段", .choice(["幼儿", "小学", "初中", "高中"]),
        required: true,
        synonyms: ["学部", "部别", "学段部别", "所属学段"],
        aliases: stageWords
      ),
      CatalogColumn(
        "entry_year", "入学年份", .year,
        required: true,
        synonyms: ["入学年", "入学年度", "级"],
        comment: "the year the class entered this stage"
      ),
      CatalogColumn(
        "class_no", "班号", .integer(1...99),
        required: true,
        synonyms: ["班", "班级号", "班序"],
        comment: "number within the entry year"
      ),
      CatalogColumn(
        "grade", "年级", .integer(0...12),
        aliases: gradeWords, inFigures: true,
        comment: "1-6 primary, 7-9 junior, 10-12 senior, 0 kindergarten"
      ),
      CatalogColumn("campus", "校区", .text, emptyAllowedInKey: true),
      CatalogColumn(
        "head_count", "班级人数", .count,
        required: true,
        unit: "人",
        synonyms: [
          "人数", "学生数", "班额", "在籍学生数", "在校生数", "学生人数", "班级学生数", "班级学生人数", "在校学生数", "在校人数", "在籍人数", "本班人数",
          "总人数", "实有人数", "学生总数", "现有人数",
        ],
        comment: "pupils on the roll"
      ),
      CatalogColumn(
        "boarders", "寄宿生数", .count, unit: "人",
        synonyms: ["寄宿人数", "寄宿生", "寄宿学生数", "住校生", "住校生数", "住校人数", "住宿生", "住宿生数", "住宿人数"]),
      CatalogColumn("boys", "男生数", .count, unit: "人", synonyms: ["男生", "男", "男生人数", "男学生", "男学生数"]),
      CatalogColumn(
        "migrant_pupils", "随迁子女数", .count, unit: "人",
        synonyms: ["随迁子女", "随迁子女人数", "进城务工人员随迁子女", "进城务工人员随迁子女数"], inFigures: true),
      CatalogColumn(
        "left_behind_pupils", "留守儿童数", .count, unit: "人",
        synonyms: ["留守儿童", "留守儿童人数", "留守学生数", "农村留守儿童", "农村留守儿童数"]),
      CatalogColumn(
        "included_pupils", "随班就读数", .count, unit: "人", synonyms: ["随班就读", "随班就读学生数"],
        comment: "pupils with disabilities in an ordinary class", since: 2),
      CatalogColumn("counted_on", "统计日期", .date, synonyms: ["清点日期", "统计时间", "统计时点"]),
      CatalogColumn(
        "pending", "待确认", .boolean, inFigures: true,
        comment: "carried forward from the year before, not yet confirmed"),
      CatalogColumn("note", "备注", .text),
    ])

  package static let teacher = CatalogTable(
    "teacher", "教师", group: "登记册", writers: .register,
    comment: "One row a member of staff a school year. Identity-card numbers are never stored.",
    synonyms: ["教师名册", "师资", "教职工", "教职工名册", "教师花名册"],
    key: ["org_code", "school_year", "teacher_no"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("school_year", "学年", .year, required: true),
      CatalogColumn(
        "teacher_no", "教师编号", .text,
        required: true,
        synonyms: ["工号", "教工号", "职工号", "编号", "教职工号", "教师工号", "教职工编号", "人员编号"],
        comment: "the school's or county's staff number, never an identity-card number"
      ),
      CatalogColumn(
        "name", "姓名", .text,
        required: true,
        sensitive: true,
        synonyms: ["教师姓名", "教职工姓名", "name"]
      ),
      CatalogColumn(
        "stage", "任教学段", .choice(["幼儿", "小学", "初中", "高中"]),
        synonyms: ["学段", "学部", "部别", "任课学段", "主要任课学段", "主要任教学段", "教授学段"],
        aliases: stageWords, inFigures: true
      ),
      CatalogColumn(
        "subject", "任教学科", .text,
        synonyms: [
          "学科", "科目", "主教学科", "任教科目", "教授科目", "教授学科", "任课学科", "任课科目", "主要任教学科", "主要任课学科", "任教课程", "任课课程",
          "主要任教课程", "现任教课程",
        ], vocabulary: .subjects),
      CatalogColumn(
        "full_time", "专任教师", .boolean,
        synonyms: ["是否专任", "专任", "是否专任教", "是否专任教师", "教职工类别", "人员类别", "教职工类型"],
        aliases: [
          "专任教师": "1", "专任": "1", "行政人员": "0", "教辅人员": "0", "工勤人员": "0", "校办企业职工": "0", "其他附设机构人员": "0",
          "其他": "0", "代课教师": "0", "兼任教师": "0", "行政": "0", "管理人员": "0", "教辅": "0", "教学辅助人员": "0", "工勤": "0",
          "工勤技能人员": "0", "后勤": "0", "后勤人员": "0", "保安": "0", "保洁": "0", "食堂人员": "0", "生活教师": "0", "宿管": "0",
          "校外教师": "0", "非专任": "0", "非专任教师": "0",
        ], inFigures: true,
        comment: "full-time teacher (专任), the base of R1-R3"),
      CatalogColumn(
        "education", "最高学历", .choice(["研究生", "本科", "专科", "高中阶段", "高中阶段以下"]),
        synonyms: ["学历", "文化程度", "现有学历", "学历层次", "学历水平", "获得学历", "取得学历"],
        aliases: [
          "博士研究生": "研究生", "硕士研究生": "研究生", "博士": "研究生", "硕士": "研究生", "大学本科": "本科", "大学": "本科", "大本": "本科",
          "本科生": "本科", "大学本科生": "本科", "专科生": "专科",
          "专升本": "本科", "大学专科": "专科", "大专": "专科", "高职": "专科", "高职高专": "专科", "专科教育": "专科", "本科教育": "本科",
          "大学本科教育": "本科",
          "大学专科教育": "专科", "研究生教育": "研究生", "中专": "高中阶段", "中等专科": "高中阶段", "中等师范": "高中阶段", "中等师范学校": "高中阶段",
          "师范学校": "高中阶段", "中等专业学校": "高中阶段", "中师": "高中阶段",
          "幼师": "高中阶段", "高中": "高中阶段", "普通高中": "高中阶段", "普高": "高中阶段", "职业高中": "高中阶段", "职高": "高中阶段",
          "技工学校": "高中阶段", "技校": "高中阶段", "中职": "高中阶段", "初中": "高中阶段以下", "初级中学": "高中阶段以下", "小学": "高中阶段以下",
          "高中以下": "高中阶段以下",
        ],
        around: Surroundings(
          beginnings: [
            "全日制", "非全日制", "在职", "函授", "成人", "自学考试", "自考", "电大", "普通", "师范类", "师范", "统招", "第一学历", "最高学历",
            "取得",
          ],
          endings: ["毕业", "毕业生", "学历", "文化程度", "层次", "程度"],
          against: ["在读", "肄业", "结业", "未毕业", "同等学力", "同等学历", "课程班", "进修"]),
        inFigures: true
      ),
      CatalogColumn(
        "title", "专业技术职务", .choice(["正高级", "高级", "一级", "二级", "三级", "未定级"]),
        synonyms: ["职称", "技术职务", "专业技术职称", "现任专业技术职务", "聘任专业技术职务", "聘任职称", "现职称"],
        aliases: [
          "正高级教师": "正高级", "高级教师": "高级", "副高级": "高级", "副高": "高级", "一级教师": "一级", "二级教师": "二级", "三级教师": "三级",
          "正高": "正高级", "中小学正高级教师": "正高级", "中小学高级教师": "高级", "中小学一级教师": "一级", "中小学二级教师": "二级",
          "中小学三级教师": "三级", "中学高级教师": "高级", "中学一级教师": "一级", "中学二级教师": "二级", "中学三级教师": "三级", "中学一级": "一级",
          "中学二级": "二级", "小学高级教师": "一级", "小学一级教师": "二级", "小学二级教师": "三级", "小学一级": "二级", "助理级": "二级", "员级": "三级",
          "中级": "一级", "小学高级": "一级", "中学高级": "高级", "未评": "未定级", "无": "未定级", "未定职级": "未定级",
          "中教高级": "高级", "中教一级": "一级", "中教二级": "二级", "中教三级": "三级", "小教高级": "一级", "小教一级": "二级", "小教二级": "三级",
          "小教三级": "三级", "小学二级": "三级", "小学三级": "三级", "小学三级教师": "三级", "中学三级": "三级", "未聘": "未定级",
          "未评聘": "未定级", "未评定": "未定级", "未评职称": "未定级", "无职称": "未定级", "暂无": "未定级", "未取得": "未定级", "没有": "未定级",
          "未定": "未定级", "见习": "未定级", "见习期": "未定级", "试用期": "未定级",
        ],
        around: Surroundings(
          beginnings: ["中小学", "中小", "现聘", "聘任", "现任", "已聘"], endings: ["职称", "资格", "教师", "职务", "专业技术职务"],
          against: ["拟", "待聘", "申报"])
      ),
      CatalogColumn(
        "backbone", "骨干级别", .choice(["无", "校级", "县级", "市级", "省级", "国家级"]),
        synonyms: [
          "骨干教师", "骨干", "骨干教师级别", "骨干教师类别", "骨干类型", "是否骨干教师", "是否县级及以上骨干教师", "是否是县级及以上骨干教师",
          "是否为县级及以上骨干教师", "县级及以上骨干教师", "县级以上骨干教师",
        ],
        aliases: [
          "县级骨干教师": "县级", "区级骨干教师": "县级", "区县级": "县级", "市级骨干教师": "市级", "地市级": "市级", "省级骨干教师": "省级",
          "国家级骨干": "国家级", "国家级骨干教师": "国家级", "校级骨干教师": "校级", "校骨干": "校级", "县骨干": "县级", "区骨干": "县级",
          "市骨干": "市级", "省骨干": "省级",
          "区级": "县级", "县级骨干": "县级", "市级骨干": "市级", "省级骨干": "省级", "校级骨干": "校级", "否": "无",
        ], inFigures: true
      ),
      CatalogColumn(
        "backbone_document", "骨干证书", .text,
        synonyms: ["骨干证书文号", "骨干文号", "骨干证书/文号", "骨干教师证书", "骨干教师文号"],
        comment: "number of the certificate or of the document that names the teacher", since: 2),
      CatalogColumn(
        "backbone_on", "骨干认定日期", .date, synonyms: ["骨干认定时间", "骨干评定日期", "骨干评定时间"], ofMonth: .last, since: 2),
      CatalogColumn(
        "certified", "持教师资格证", .boolean,
        synonyms: [
          "教师资格证", "资格证", "是否持证", "持证", "是否持教师资格证", "教师资格", "教师资格类型", "教师资格种类", "教师资格证种类", "教师资格证号码",
          "教师资格证编号", "教师资格证号", "教师资格证书号码", "资格证编号", "资格证号",
        ], inFigures: true),
      CatalogColumn(
        "post", "岗位性质", .choice(["在编", "编外", "支教", "走教", "兼职"]),
        synonyms: ["编制", "编制情况", "是否在编", "编制类别", "编制性质", "用人形式"],
        aliases: [
          "事业编": "在编", "编制内": "在编", "在编人员": "在编", "编制外": "编外", "编外聘用": "编外", "非编": "编外", "合同聘用": "编外",
          "人事代理": "编外",
          "劳务派遣": "编外", "聘用制": "编外", "合同制": "编外", "事业编制": "在编", "在编在岗": "在编", "聘用": "编外", "临聘": "编外",
          "代课": "编外", "临时": "编外", "临时聘用": "编外", "外聘": "编外", "自聘": "编外", "合同": "编外",
        ], around: Surroundings(endings: ["人员", "教师", "教职工", "职工", "在岗", "工"]), inFigures: true
      ),
      CatalogColumn("rotation_due", "符合交流条件", .boolean, synonyms: ["应交流"], inFigures: true),
      CatalogColumn("rotated", "本年交流轮岗", .boolean, synonyms: ["交流轮岗", "是否交流"], inFigures: true),
      CatalogColumn("training_hours", "五年培训学时", .count, unit: "学时", synonyms: ["培训学时"], inFigures: true),
      CatalogColumn("campus", "校区", .text, emptyAllowedInKey: true),
      CatalogColumn("pending", "待确认", .boolean, inFigures: true),
      CatalogColumn("note", "备注", .text),
    ])
}
