extension CatalogTable {
  package static let org = CatalogTable(
    "org", "学校机构", group: "学校", writers: .register,
    comment: "One row a school (or teaching point), and one for the county itself.",
    synonyms: ["学校", "机构", "学校名录", "学校基本情况"],
    key: ["org_code"],
    columns: [
      CatalogColumn(
        "org_code", "学校标识码", .orgCode,
        required: true,
        synonyms: [
          "机构代码", "机构编码", "标识码", "学校代码", "学校编码", "机构标识码", "学校(机构)标识码", "学校标识码(10位)",
        ],
        comment: "10 digits for a school (GB code: 2 kind, 2 province, 6 serial), 6 for a county"
      ),
      CatalogColumn(
        "name", "学校名称", .text, required: true, synonyms: ["校名", "单位名称", "机构名称", "学校(机构)名称", "名称", "学校"],
        comment: "full registered name"),
      CatalogColumn("short_name", "简称", .text, comment: "what people call it"),
      CatalogColumn(
        "kind", "学校类别",
        .choice([
          "小学", "教学点", "初级中学", "九年一贯制学校", "十二年一贯制学校", "完全中学", "高级中学", "特殊教育学校", "中等职业学校", "幼儿园", "教育行政部门",
        ]),
        required: true,
        synonyms: ["类别", "办学类型", "学校类型"],
        aliases: [
          "初中": "初级中学", "普通初中": "初级中学", "九年一贯制": "九年一贯制学校", "十二年一贯制": "十二年一贯制学校", "完中": "完全中学",
          "普通小学": "小学", "完全小学": "小学", "普通初级中学": "初级中学", "普通高级中学": "高级中学", "普通高中": "高级中学",
          "职业高中": "中等职业学校", "职业高级中学": "中等职业学校", "中等技术学校": "中等职业学校", "小学教学点": "教学点", "特教": "特殊教育学校",
          "特殊教育": "特殊教育学校", "高中": "高级中学", "教育局": "教育行政部门",
        ],
        comment: "kind of school"
      ),
      CatalogColumn(
        "county_code", "县级行政区划代码", .countyCode, synonyms: ["区划代码", "所在县代码", "区县代码"], inFigures: true,
        comment: "6 digits, GB/T 2260"),
      CatalogColumn("town", "乡镇", .text, synonyms: ["所在乡镇", "乡镇街道"]),
      CatalogColumn("address", "地址", .text, synonyms: ["学校地址", "详细地址", "办学地址"], since: 2),
      CatalogColumn(
        "credit_code", "统一社会信用代码", .text, synonyms: ["社会信用代码", "信用代码"], comment: "18 letters and digits",
        since: 2),
      CatalogColumn(
        "counted_school", "是否计校数", .boolean, synonyms: ["计校数"],
        comment:
          "counted as a school in statistics; 0: a campus or attached part whose figures belong to a main school",
        since: 2),
      CatalogColumn(
        "attached_classes", "附设班", .boolean, synonyms: ["是否附设班", "是否具有附设班", "是否有附设班"],
        comment: "has classes of another 学段 attached", since: 2),
      CatalogColumn(
        "urban_rural", "城乡代码", .choice(["111", "112", "121", "122", "123", "210", "220"]),
        synonyms: ["城乡划分", "城乡类型", "城乡划分代码", "城乡类型编码", "城乡类型代码", "城乡分类"],
        // 统计上划分城乡的规定 (国函〔2008〕60号).
        aliases: [
          "主城区": "111", "城乡结合区": "112", "镇中心区": "121", "镇乡结合区": "122", "特殊区域": "123", "乡中心区": "210",
          "村庄": "220",
        ],
        coarse: [
          "城区": "111", "镇区": "121", "乡村": "220", "城市": "111", "县镇": "121", "农村": "220", "110": "111",
          "120": "121", "200": "220",
        ], inFigures: true,
        comment: "统计用城乡划分代码: 111/112 urban, 121/122/123 town, 210/220 village"
      ),
      CatalogColumn(
        "run_by", "举办者类型", .integer(1...10), synonyms: ["举办者", "举办者代码", "举办者类型编码"],
        aliases: [
          "中央教育部门": "1", "教育部": "1", "中央其他部门": "2", "省级教育部门": "3", "省级其他部门": "4", "地级教育部门": "5",
          "地市级教育部门": "5", "市级教育部门": "5", "地级其他部门": "6", "地市级其他部门": "6", "县级教育部门": "7", "区县级教育部门": "7",
          "县级其他部门": "8", "地方企业": "9", "民办": "10", "民办教育": "10", "私立": "10",
        ],
        // Said as such and told: whose 教育部门 it is, the word leaves open.
        coarse: ["教育部门": "7", "教育局": "7", "县教育局": "7", "区教育局": "7", "公办": "7", "公立": "7"],
        inFigures: true,
        comment:
          "1 central education dept ... 7 county education dept, 8 other county dept, 9 enterprise, 10 private"
      ),
      CatalogColumn("boarding", "寄宿制", .boolean, synonyms: ["是否寄宿制", "寄宿"]),
      CatalogColumn(
        "built_year", "建校年份", .integer(1000...2999), synonyms: ["建成年份", "建校时间"], inFigures: true),
      CatalogColumn(
        "parent_code", "主管学校标识码", .orgCode, synonyms: ["所属学校标识码", "中心校标识码", "主校标识码", "主校机构编码", "所属学校机构编码"],
        comment: "the school a teaching point belongs to"),
      CatalogColumn(
        "inclusion", "纳入方式", .choice(["独立", "并入", "不纳入"]), inFigures: true,
        comment: "how the school counts in 优质均衡; empty: the profile's default decides"),
      CatalogColumn(
        "inclusion_target", "并入学校标识码", .orgCode, synonyms: ["并入学校"], inFigures: true,
        comment: "the school whose figures take this one's in"),
      CatalogColumn("inclusion_reason", "纳入说明", .text, synonyms: ["不纳入原因"]),
      CatalogColumn(
        "built_by_2010", "2010年及之前建成", .boolean, synonyms: ["是否2010年及之前规划并建成", "2010年及之前规划并建成"],
        comment: "planned and built by 2010: basis of the relaxed limit of G4", since: 2),
      CatalogColumn(
        "built_by_2016", "2016年及之前建成", .boolean, synonyms: ["是否2016年及之前规划并建成", "2016年及之前规划并建成"],
        comment: "planned and built by 2016: basis of the relaxed limit of G3", since: 2),
      CatalogColumn(
        "dense_centre", "人口密度过高中心城区", .boolean,
        synonyms: ["是否人口密度过高的大城市中心城区学校", "人口密度过高的大城市中心城区学校"],
        comment: "in the very dense centre of a large city: basis of R5's leased grounds", since: 2),
      CatalogColumn(
        "rural_small", "50至99人乡村小规模", .boolean,
        synonyms: ["是否50人及以上但不足100人的乡村小规模学校和教学点", "50人及以上但不足100人的乡村小规模学校和教学点"],
        comment: "rural, 50 to 99 pupils: basis of R3's shared teachers", since: 2),
      CatalogColumn(
        "rural_small_classes", "最大班额低于30人农村小规模", .boolean,
        synonyms: ["是否最大班额低于30人的农村小规模学校", "最大班额低于30人的农村小规模学校"],
        comment: "rural, no class of 30 or more: basis of G3's smallest rooms", since: 2),
      CatalogColumn("principal", "校长", .text, sensitive: true),
      CatalogColumn("contact", "联系人", .text, sensitive: true),
      CatalogColumn("phone", "联系电话", .text, sensitive: true, synonyms: ["电话"]),
      CatalogColumn("note", "备注", .text),
    ])

  package static let campus = CatalogTable(
    "campus", "校区", group: "学校", writers: .register,
    comment: """
      Campuses of a school. A campus that holds a single stage is not split between stages.
      """,
    key: ["org_code", "campus"],
    columns: [
      CatalogColumn("org_code", "学校标识码", .orgCode, required: true),
      CatalogColumn("campus", "校区", .text, required: true, synonyms: ["校区名称"]),
      CatalogColumn("address", "地址", .text),
      CatalogColumn("note", "备注", .text),
    ])

  package static let town = CatalogTable(
    "town", "乡镇", group: "学校", writers: .bureau,
    comment: "Residents of a town by year: what 千人学位 is held against.",
    synonyms: ["乡镇人口"],
    key: ["org_code", "town", "year"], since: 2,
    columns: [
      CatalogColumn("org_code", "县代码", .orgCode, required: true),
      CatalogColumn(
        "town", "乡镇", .text, required: true, synonyms: ["乡镇名称", "乡镇街道"], comment: "as org names it"),
      CatalogColumn("year", "年度", .year, required: true, synonyms: ["年份"]),
      CatalogColumn("residents", "常住人口", .count, required: true, unit: "人", synonyms: ["人口", "常住人口数"]),
      CatalogColumn("urban", "城镇", .boolean, comment: "the norm is for 城镇; empty: it holds"),
      CatalogColumn("note", "备注", .text),
    ])
}
