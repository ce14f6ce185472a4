extension Element {
  /// What 政府保障程度, 教育质量 and the prerequisites are made of: stated by the county, or by the schools.
  package static let items: [Element] =
    [
      item("持证专任教师数", "人", byStage: true, "持证教师数", "持教师资格证专任教师数"),
      item("完成培训学时教师数", "人", byStage: true, "完成培训教师数"),
      item("年度完成培训学时教师数", "人", byStage: true),
      item("符合交流条件教师数", "人", byStage: true),
      item("交流轮岗教师数", "人", byStage: true, "交流轮岗人数"),
      item("交流轮岗骨干教师数", "人", byStage: true),
      item("兼职走教体艺教师数", "人", byStage: true),
      item("租借运动场地面积", "㎡"), item("改建运动场地面积", "㎡", "地下和楼顶运动场地面积"),
      item("办学基本标准得分", "分", "基本标准得分"),
      item("生均公用经费基准定额", "元", byStage: true, "公用经费定额"),
      item("特殊教育公用经费", "元"), item("特殊教育学生数", "人"),
      item("教师年平均工资收入", "元", "教师平均工资"), item("公务员年平均工资收入", "元", "公务员平均工资"),
      item("就近入学人数", "人", byStage: true), item("就近入学招生总人数", "人", byStage: true, "招生总人数"),
      item("优质高中招生计划数", "人"), item("优质高中分配名额数", "人", "分配名额数"),
      item("农村初中分配名额数", "人"),
      item("随迁子女数", "人"), item("公办就读随迁子女数", "人"),
      item("政府购买服务民办就读随迁子女数", "人"),
      item("毕业班学生数", "人"), item("入学时学生数", "人"), item("三年转入数", "人"),
      item("三年转出数", "人"), item("三年死亡数", "人"),
      item("适龄残疾儿童少年数", "人"), item("入学残疾儿童少年数", "人"),
      item("特教学校就读残疾儿童少年数", "人", "特殊教育学校就读残疾儿童少年数"),
      item("基本均衡认定年份", "年"),
      item("小学教学点数", "个"), item("50人及以上教学点数", "个"),
    ]
    + ["语文", "数学", "科学", "体育", "艺术", "德育"].flatMap {
      [item($0 + "学业水平等级", "级"), item($0 + "校际差异率", "")]
    }

  private static func item(
    _ name: String, _ unit: String, byStage: Bool = false, _ synonyms: String...
  ) -> Element {
    Element(name: name, unit: unit, byStage: byStage, synonyms: synonyms)
  }
}
