extension CatalogTable {
  package static let org = CatalogTable(
    "org", "学校机构", group: "学校", writers: .register,
    synonyms: ["学校", "机构", "学校名录", "学校基本情况"],
    key: ["org_code"],
    columns: [
      CatalogColumn(
        "org_code", "学校标识码", .orgCode,
        required: true,
        synonyms: ["机构代码", "标识码", "学校代码", "学校(机构)标识码", "学校标识码(10位)"]
      ),
      CatalogColumn("name", "学校名称", .text, required: true, synonyms: ["校名", "单位名称", "名称", "学校"]),
      CatalogColumn("short_name", "简称", .text),
      CatalogColumn(
        "kind", "学校类别",
        .choice([
          "小学", "教学点", "初级中学", "九年一贯制学校", "十二年一贯制学校", "完全中学", "高级中学", "特殊教育学校", "中等职业学校", "幼儿园", "教育行政部门",
        ]),
        required: true,
        synonyms: ["类别", "办学类型", "学校类型"],
        aliases: [
          "初中": "初级中学", "普通初中": "初级中学", "九年一贯制": "九年一贯制学校", "十二年一贯制": "十二年一贯制学校", "完中": "完全中学",
          "小学教学点": "教学点", "特教": "特殊教育学校", "特殊教育": "特殊教育学校", "高中": "高级中学", "教育局": "教育行政部门",
        ]
      ),
      CatalogColumn("county_code", "县级行政区划代码", .countyCode, synonyms: ["区划代码", "所在县代码"]),
      CatalogColumn("town", "乡镇", .text, synonyms: ["所在乡镇", "乡镇街道"]),
      CatalogColumn(
        "urban_rural", "城乡代码", .choice(["111", "112", "121", "122", "123", "210", "220"]),
        synonyms: ["城乡划分", "城乡类型", "城乡划分代码"]
      ),
      CatalogColumn("run_by", "举办者类型", .integer(1...10), synonyms: ["举办者", "举办者代码"]),
      CatalogColumn("boarding", "寄宿制", .boolean, synonyms: ["是否寄宿制", "寄宿"]),
      CatalogColumn("built_year", "建校年份", .integer(1000...2999), synonyms: ["建成年份"]),
      CatalogColumn("parent_code", "主管学校标识码", .orgCode, synonyms: ["所属学校标识码", "中心校标识码"]),
      CatalogColumn("inclusion", "纳入方式", .choice(["独立", "并入", "不纳入"])),
      CatalogColumn("inclusion_target", "并入学校标识码", .orgCode, synonyms: ["并入学校"]),
      CatalogColumn("inclusion_reason", "纳入说明", .text, synonyms: ["不纳入原因"]),
      CatalogColumn("principal", "校长", .text, sensitive: true),
      CatalogColumn("contact", "联系人", .text, sensitive: true),
      CatalogColumn("phone", "联系电话", .text, sensitive: true, synonyms: ["电话"]),
      CatalogColumn("note", "备注", .text),
    ])

  package static let campus = CatalogTable(
    "campus", "校区", group: "学校", writers: .register,
    key: ["org_code", "campus"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("campus", "校区", .text, required: true, synonyms: ["校区名称"]),
      CatalogColumn("address", "地址", .text),
      CatalogColumn("note", "备注", .text),
    ])

  package static let classRoll = CatalogTable(
    "class_roll", "班级", group: "登记册", writers: .register,
    synonyms: ["班级名册", "班级情况", "班额", "班级登记"],
    key: ["org_code", "school_year", "stage", "entry_year", "class_no"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("school_year", "学年", .year, required: true),
      CatalogColumn(
        "stage", "学段", .choice(["幼儿", "小学", "初中", "高中"]),
        required: true,
        aliases: [
          "primary": "小学", "junior": "初中", "senior": "高中", "kindergarten": "幼儿", "学前": "幼儿", "幼儿班": "幼儿",
          "小学部": "小学", "初中部": "初中", "高中部": "高中",
        ]
      ),
      CatalogColumn(
        "entry_year", "入学年份", .year,
        required: true,
        synonyms: ["入学年", "入学年度", "级", "届"]
      ),
      CatalogColumn(
        "class_no", "班号", .integer(1...99),
        required: true,
        synonyms: ["班", "班级号", "班序"]
      ),
      CatalogColumn(
        "grade", "年级", .integer(0...12),
        aliases: [
          "一年级": "1", "二年级": "2", "三年级": "3", "四年级": "4", "五年级": "5", "六年级": "6", "七年级": "7", "八年级": "8",
          "九年级": "9", "小一": "1", "小二": "2", "小三": "3", "小四": "4", "小五": "5", "小六": "6", "初一": "7", "初二": "8",
          "初三": "9", "高一": "10", "高二": "11", "高三": "12", "幼儿班": "0", "小班": "0", "中班": "0", "大班": "0",
          "学前班": "0",
        ]
      ),
      CatalogColumn("campus", "校区", .text, emptyAllowedInKey: true),
      CatalogColumn(
        "head_count", "班级人数", .count,
        required: true,
        unit: "人",
        synonyms: ["人数", "学生数", "班额", "在籍学生数", "在校生数"]
      ),
      CatalogColumn("boarders", "寄宿生数", .count, unit: "人", synonyms: ["寄宿人数", "住校生"]),
      CatalogColumn("boys", "男生数", .count, unit: "人", synonyms: ["男生", "男"]),
      CatalogColumn("migrant_pupils", "随迁子女数", .count, unit: "人", synonyms: ["随迁子女"]),
      CatalogColumn("left_behind_pupils", "留守儿童数", .count, unit: "人", synonyms: ["留守儿童"]),
      CatalogColumn("counted_on", "统计日期", .date, synonyms: ["清点日期", "统计时间", "统计时点"]),
      CatalogColumn("pending", "待确认", .boolean),
      CatalogColumn("note", "备注", .text),
    ])

  package static let teacher = CatalogTable(
    "teacher", "教师", group: "登记册", writers: .register,
    synonyms: ["教师名册", "师资", "教职工", "教职工名册", "教师花名册"],
    key: ["org_code", "school_year", "teacher_no"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("school_year", "学年", .year, required: true),
      CatalogColumn(
        "teacher_no", "教师编号", .text,
        required: true,
        synonyms: ["工号", "教工号", "职工号", "编号", "教职工号"]
      ),
      CatalogColumn(
        "name", "姓名", .text,
        required: true,
        sensitive: true,
        synonyms: ["教师姓名", "name"]
      ),
      CatalogColumn(
        "stage", "任教学段", .choice(["幼儿", "小学", "初中", "高中"]),
        synonyms: ["学段"],
        aliases: [
          "primary": "小学", "junior": "初中", "senior": "高中", "kindergarten": "幼儿", "小学部": "小学", "初中部": "初中",
          "高中部": "高中", "学前": "幼儿",
        ]
      ),
      CatalogColumn("subject", "任教学科", .text, synonyms: ["学科", "科目", "主教学科"]),
      CatalogColumn("full_time", "专任教师", .boolean, synonyms: ["是否专任", "专任", "是否专任教师"]),
      CatalogColumn(
        "education", "最高学历", .choice(["研究生", "本科", "专科", "高中阶段", "高中阶段以下"]),
        synonyms: ["学历", "文化程度"],
        aliases: [
          "博士研究生": "研究生", "硕士研究生": "研究生", "博士": "研究生", "硕士": "研究生", "大学本科": "本科", "大学": "本科", "大学专科": "专科",
          "大专": "专科", "中专": "高中阶段", "中师": "高中阶段", "高中": "高中阶段", "初中": "高中阶段以下", "高中以下": "高中阶段以下",
        ]
      ),
      CatalogColumn(
        "title", "专业技术职务", .choice(["正高级", "高级", "一级", "二级", "三级", "未定级"]),
        synonyms: ["职称", "技术职务"],
        aliases: [
          "正高级教师": "正高级", "高级教师": "高级", "副高级": "高级", "副高": "高级", "一级教师": "一级", "二级教师": "二级", "三级教师": "三级",
          "中级": "一级", "小学高级": "一级", "中学高级": "高级", "未评": "未定级", "无": "未定级", "未定职级": "未定级",
        ]
      ),
      CatalogColumn(
        "backbone", "骨干级别", .choice(["无", "校级", "县级", "市级", "省级", "国家级"]),
        synonyms: ["骨干教师", "骨干", "骨干教师级别"],
        aliases: ["区级": "县级", "县级骨干": "县级", "市级骨干": "市级", "省级骨干": "省级", "校级骨干": "校级", "否": "无"]
      ),
      CatalogColumn("certified", "持教师资格证", .boolean, synonyms: ["教师资格证", "资格证", "是否持证", "持证"]),
      CatalogColumn(
        "post", "岗位性质", .choice(["在编", "编外", "支教", "走教", "兼职"]),
        synonyms: ["编制", "编制情况"],
        aliases: ["事业编制": "在编", "在编在岗": "在编", "聘用": "编外", "临聘": "编外", "代课": "编外"]
      ),
      CatalogColumn("rotation_due", "符合交流条件", .boolean, synonyms: ["应交流"]),
      CatalogColumn("rotated", "本年交流轮岗", .boolean, synonyms: ["交流轮岗", "是否交流"]),
      CatalogColumn("training_hours", "五年培训学时", .count, unit: "学时", synonyms: ["培训学时"]),
      CatalogColumn("campus", "校区", .text, emptyAllowedInKey: true),
      CatalogColumn("pending", "待确认", .boolean),
      CatalogColumn("note", "备注", .text),
    ])

  package static let room = CatalogTable(
    "room", "用房", group: "登记册", writers: .register,
    synonyms: ["校舍", "用房台账", "校舍用房", "功能室", "教室"],
    key: ["org_code", "school_year", "room_no"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("school_year", "学年", .year, required: true),
      CatalogColumn(
        "room_no", "用房编号", .text,
        required: true,
        synonyms: ["房间编号", "房号", "编号", "房间号", "教室编号"]
      ),
      CatalogColumn("name", "用房名称", .text, synonyms: ["名称", "房间名称", "教室名称"]),
      CatalogColumn("campus", "校区", .text, emptyAllowedInKey: true),
      CatalogColumn(
        "category", "用房类别", .choice(["教室", "专用教室", "公共教学用房", "室内体育用房", "行政办公用房", "生活用房", "其他用房"]),
        required: true,
        synonyms: ["类别", "用房分类"],
        aliases: [
          "普通教室": "教室", "办公用房": "行政办公用房", "办公": "行政办公用房", "生活": "生活用房", "其他": "其他用房", "室内体育": "室内体育用房",
          "公共教学": "公共教学用房",
        ]
      ),
      CatalogColumn("purpose", "用途", .text, synonyms: ["功能", "具体用途"]),
      CatalogColumn(
        "floor_area", "建筑面积", .decimal,
        unit: "㎡",
        synonyms: ["面积", "面积(㎡)", "建筑面积(㎡)", "建筑面积(平方米)", "面积(平方米)"]
      ),
      CatalogColumn("usable_area", "使用面积", .decimal, unit: "㎡", synonyms: ["使用面积(㎡)", "使用面积(平方米)"]),
      CatalogColumn("multimedia", "网络多媒体教室", .boolean, synonyms: ["是否网络多媒体", "多媒体", "网络多媒体"]),
      CatalogColumn("built_year", "建成年份", .integer(1000...2999), synonyms: ["建成年"]),
      CatalogColumn("leased", "租借", .boolean, synonyms: ["是否租借", "租用"]),
      CatalogColumn("pending", "待确认", .boolean),
      CatalogColumn("note", "备注", .text),
    ])

  package static let ground = CatalogTable(
    "ground", "场地", group: "登记册", writers: .register,
    synonyms: ["运动场地", "体育场地", "场馆", "运动场馆"],
    key: ["org_code", "school_year", "ground_no"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("school_year", "学年", .year, required: true),
      CatalogColumn("ground_no", "场地编号", .text, required: true, synonyms: ["编号"]),
      CatalogColumn("name", "场地名称", .text, synonyms: ["名称"]),
      CatalogColumn("campus", "校区", .text, emptyAllowedInKey: true),
      CatalogColumn(
        "category", "场地类别", .choice(["运动场地", "其他场地"]),
        required: true,
        synonyms: ["类别"],
        aliases: ["体育场地": "运动场地", "体育场": "运动场地", "运动场": "运动场地", "其他": "其他场地"]
      ),
      CatalogColumn("purpose", "用途", .text, synonyms: ["场地类型"]),
      CatalogColumn(
        "area", "面积", .decimal,
        required: true,
        unit: "㎡",
        synonyms: ["占地面积", "面积(㎡)", "面积(平方米)"]
      ),
      CatalogColumn("track_length", "跑道长度", .decimal, unit: "米", synonyms: ["环形跑道", "跑道长"]),
      CatalogColumn("straight_length", "直道长度", .decimal, unit: "米", synonyms: ["直跑道"]),
      CatalogColumn("leased", "租借", .boolean, synonyms: ["是否租借"]),
      CatalogColumn("pending", "待确认", .boolean),
      CatalogColumn("note", "备注", .text),
    ])

  package static let equipment = CatalogTable(
    "equipment", "仪器设备", group: "登记册", writers: .register,
    synonyms: ["设备", "教学仪器", "教学仪器设备", "设备台账", "仪器"],
    key: ["org_code", "school_year", "item_no"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("school_year", "学年", .year, required: true),
      CatalogColumn("item_no", "设备编号", .text, required: true, synonyms: ["资产编号", "编号"]),
      CatalogColumn("name", "设备名称", .text, required: true, synonyms: ["名称", "品名", "资产名称"]),
      CatalogColumn("campus", "校区", .text, emptyAllowedInKey: true),
      CatalogColumn(
        "category", "设备类别", .choice(["教学仪器设备", "计算机", "图书", "其他设备"]),
        required: true,
        synonyms: ["类别"],
        aliases: ["仪器设备": "教学仪器设备", "教学仪器": "教学仪器设备", "电脑": "计算机", "其他": "其他设备", "书籍": "图书"]
      ),
      CatalogColumn("purpose", "用途", .text, synonyms: ["归口"]),
      CatalogColumn("quantity", "数量", .decimal, synonyms: ["台数", "册数"]),
      CatalogColumn("unit", "单位", .text, synonyms: ["计量单位"]),
      CatalogColumn(
        "value", "金额", .decimal,
        unit: "元",
        synonyms: ["价值", "总价", "总值", "资产值", "金额(元)", "设备值"]
      ),
      CatalogColumn("counts_as_teaching", "计入教学仪器设备值", .boolean, synonyms: ["是否计入"]),
      CatalogColumn("bought_on", "购置日期", .date, synonyms: ["购入日期"]),
      CatalogColumn("pending", "待确认", .boolean),
      CatalogColumn("note", "备注", .text),
    ])
}
