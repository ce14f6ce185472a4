extension Element {
  /// What only the county states of itself: 申报表 表Ⅰ, L1–L8, in the form's own units.
  ///
  /// Source: 全国县域义务教育优质均衡发展申报表, 表Ⅰ.
  package static let county: [Element] = [
    county("人口总数", "万人", "population", "总人口", "人口总数(万人)"),
    county("农业人口数", "万人", "rural_population", "农业人口", "农业人口数(万人)"),
    county("乡镇数", "个", "townships", "乡(镇)数"),
    county("行政村数", "个", "villages", "行政村"),
    county("年人均国内生产总值", "元", "gdp_per_head", "人均国内生产总值", "人均GDP"),
    county("年人均地方财政收入", "元", "revenue_per_head", "人均地方财政收入"),
    county("农民年人均纯收入", "元", "rural_income", "农民人均纯收入"),
    county("城镇居民年人均可支配收入", "元", "urban_income", "城镇居民人均可支配收入"),
  ]

  private static func county(_ name: String, _ unit: String, _ synonyms: String...) -> Element {
    Element(name: name, unit: unit, byStage: false, synonyms: synonyms)
  }
}
