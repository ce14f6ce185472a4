extension CatalogTable {
  package static let room = CatalogTable(
    "room", "用房", group: "登记册", writers: .register,
    comment: "One row a room a school year.",
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
      CatalogColumn("name", "用房名称", .text, synonyms: ["名称", "房间名称", "教室名称", "功能室名称", "功能室", "房间"]),
      CatalogColumn("building", "楼栋", .text, synonyms: ["所在楼栋", "楼名", "楼号", "楼栋号", "楼栋/位置", "位置"], since: 2),
      CatalogColumn("campus", "校区", .text, emptyAllowedInKey: true),
      CatalogColumn(
        "category", "用房类别", .choice(["教室", "专用教室", "公共教学用房", "室内体育用房", "行政办公用房", "生活用房", "其他用房"]),
        required: true,
        synonyms: ["类别", "用房分类"],
        aliases: [
          "普通教室": "教室", "办公用房": "行政办公用房", "办公": "行政办公用房", "生活": "生活用房", "其他": "其他用房", "室内体育": "室内体育用房",
          "公共教学": "公共教学用房",
        ],
        comment: "in statistics 室内体育用房 lies within 教学及辅助用房; here it is kept apart"
      ),
      CatalogColumn(
        "purpose", "用途", .text, synonyms: ["功能", "具体用途"], inFigures: true,
        comment: "e.g. 音乐教室, 美术教室, 科学实验室; catalogue lines count rooms by it"),
      CatalogColumn(
        "room_count", "间数", .integer(1...9999), unit: "间",
        synonyms: ["房间数", "教室间数", "数量", "数量(间)", "现有间数", "实有间数"],
        inFigures: true,
        comment:
          "like rooms in one line (42 rooms of 66 ㎡); areas and seats are those of one of them; empty: 1",
        since: 2),
      CatalogColumn(
        "floor_area", "建筑面积", .decimal,
        unit: "㎡",
        synonyms: [
          "面积", "面积(㎡)", "建筑面积(㎡)", "建筑面积(平方米)", "面积(平方米)", "单间面积", "每间面积", "单间建筑面积", "总面积", "总建筑面积", "建筑总面积",
          "合计面积", "现有面积", "实有面积",
        ],
        inFigures: true,
        comment: "gross floor area"
      ),
      CatalogColumn(
        "usable_area", "使用面积", .decimal, unit: "㎡",
        synonyms: ["使用面积(㎡)", "使用面积(平方米)", "单间使用面积", "每间使用面积", "总使用面积", "使用总面积"], inFigures: true,
        comment: "net usable area"),
      CatalogColumn(
        "multimedia", "网络多媒体教室", .boolean,
        synonyms: ["是否网络多媒体", "是否网络多媒体教室", "多媒体", "是否多媒体", "是否多媒体教室", "多媒体教室", "网络多媒体"],
        aliases: multimediaWords,
        around: Surroundings(
          beginnings: ["有", "已", "配", "装", "交互式", "智能", "触控", "触摸", "希沃", "鸿合", "一体机"],
          endings: ["台", "套", "块", "1", "一", "设备", "教学", "系统", "平板"],
          against: ["无", "没", "未", "不", "坏", "旧", "待"]), inFigures: true),
      CatalogColumn(
        "interactive", "互动课堂", .boolean, synonyms: ["是否互动课堂", "互动课堂教室"], inFigures: true,
        comment: "equipped for lessons shared with other schools", since: 2),
      CatalogColumn("seats", "座位数", .count, unit: "个", synonyms: ["座位"], inFigures: true, since: 2),
      CatalogColumn("built_year", "建成年份", .integer(1000...2999), synonyms: ["建成年"], inFigures: true),
      CatalogColumn("leased", "租借", .boolean, synonyms: ["是否租借", "租用"], inFigures: true),
      CatalogColumn("pending", "待确认", .boolean, inFigures: true),
      CatalogColumn("note", "备注", .text),
    ])

  package static let ground = CatalogTable(
    "ground", "场地", group: "登记册", writers: .register,
    comment: "One row a ground a school year.",
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
      CatalogColumn("purpose", "用途", .text, synonyms: ["场地类型"], comment: "e.g. 田径场, 篮球场, 排球场"),
      CatalogColumn(
        "area", "面积", .decimal,
        required: true,
        unit: "㎡",
        synonyms: ["占地面积", "面积(㎡)", "面积(平方米)"]
      ),
      CatalogColumn("track_length", "跑道长度", .decimal, unit: "米", synonyms: ["环形跑道", "跑道长"]),
      CatalogColumn("straight_length", "直道长度", .decimal, unit: "米", synonyms: ["直跑道"]),
      CatalogColumn("leased", "租借", .boolean, synonyms: ["是否租借"], inFigures: true),
      CatalogColumn(
        "converted", "地下或楼顶", .boolean, synonyms: ["是否地下或楼顶", "地下楼顶", "地下/楼顶", "地下、楼顶改建"],
        inFigures: true, comment: "made underground or on a roof: counts in R5 under a relaxation only",
        since: 2),
      CatalogColumn("pending", "待确认", .boolean, inFigures: true),
      CatalogColumn("note", "备注", .text),
    ])

  package static let equipment = CatalogTable(
    "equipment", "仪器设备", group: "登记册", writers: .register,
    comment: "One row a piece or lot of equipment, books or computers a school year.",
    synonyms: ["设备", "教学仪器", "教学仪器设备", "设备台账", "仪器"],
    key: ["org_code", "school_year", "item_no"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("school_year", "学年", .year, required: true),
      CatalogColumn(
        "item_no", "设备编号", .text, required: true,
        synonyms: ["资产编号", "编号", "资产编码", "固定资产编号", "固定资产编码", "资产卡片编号", "卡片编号"]),
      CatalogColumn(
        "name", "设备名称", .text, required: true, synonyms: ["名称", "品名", "资产名称", "固定资产名称", "设备(资产)名称", "仪器名称"]),
      CatalogColumn("campus", "校区", .text, emptyAllowedInKey: true),
      CatalogColumn(
        "category", "设备类别", .choice(["教学仪器设备", "计算机", "图书", "其他设备"]),
        required: true,
        synonyms: ["类别"],
        aliases: ["仪器设备": "教学仪器设备", "教学仪器": "教学仪器设备", "电脑": "计算机", "其他": "其他设备", "书籍": "图书"]
      ),
      CatalogColumn(
        "purpose", "用途", .text, synonyms: ["归口"], comment: "e.g. 科学, 音体美, 学生用计算机; catalogue lines sum by it"),
      CatalogColumn("model", "规格型号", .text, synonyms: ["规格", "型号", "规格/型号"], since: 2),
      CatalogColumn(
        "quantity", "数量", .decimal,
        synonyms: ["台数", "台套数", "台(套)数", "台件数", "册数", "资产数量", "现有数量", "实有数量", "实配数", "实配数量", "现有数", "实有数"],
        inFigures: true),
      CatalogColumn(
        "needed", "应配数", .decimal, synonyms: ["应配数量", "配备标准", "配备标准数"],
        comment: "how many the standard asks for, counted as 数量 is", since: 2),
      CatalogColumn("unit", "单位", .text, synonyms: ["计量单位"]),
      CatalogColumn("unit_price", "单价", .decimal, unit: "元", since: 2),
      CatalogColumn(
        "value", "金额", .decimal,
        unit: "元",
        synonyms: [
          "价值", "总价", "总值", "资产值", "金额(元)", "设备值", "账面原值", "资产原值", "原值", "总金额", "资产总值", "账面价值",
        ], inFigures: true,
        comment: "total of the line in yuan"
      ),
      CatalogColumn(
        "counts_as_teaching", "计入教学仪器设备值", .boolean, synonyms: ["是否计入"], inFigures: true,
        comment: "empty: 教学仪器设备 and 计算机 count, 图书 and 其他设备 do not"),
      CatalogColumn(
        "bought_on", "购置日期", .date,
        synonyms: ["购入日期", "购置时间", "取得日期", "购买日期", "购入时间", "取得时间", "购置年月", "入账日期"], ofMonth: .last),
      CatalogColumn("acquired_by", "取得方式", .text, comment: "e.g. 购置, 调拨, 接受捐赠; kept as written", since: 2),
      CatalogColumn(
        "condition", "使用状况", .text, synonyms: ["使用情况"], comment: "e.g. 在用, 闲置, 待报废; kept as written", since: 2
      ),
      CatalogColumn("location", "存放地点", .text, synonyms: ["存放位置", "使用地点", "存放处", "存放场所"], since: 2),
      CatalogColumn("voucher_no", "会计凭证号", .text, synonyms: ["凭证号"], since: 2),
      CatalogColumn("pending", "待确认", .boolean, inFigures: true),
      CatalogColumn("note", "备注", .text),
    ])
}
