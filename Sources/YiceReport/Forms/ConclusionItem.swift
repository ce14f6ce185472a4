internal import GRDB

/// An item of 政府保障程度 or 教育质量 as the application form and the schools' self-evaluation name it.
///
/// Source: 教督〔2017〕6号 二、三 and the application form's 表Ⅳ, 表Ⅴ.
struct ConclusionItem {
  /// As table `conclusion` names it.
  let id: String
  let label: String
  /// Whether a school answers it in its self-evaluation.
  let ofSchool: Bool

  static let government = [
    ConclusionItem(id: "G1", label: "县域内义务教育学校规划布局合理，符合国家规定要求", ofSchool: false),
    ConclusionItem(
      id: "G2", label: "城乡义务教育学校建设标准、教师编制标准、生均公用经费基准定额、基本装备配置标准统一", ofSchool: false),
    ConclusionItem(
      id: "G3", label: "每12个班级配备音乐、美术专用教室各1间以上；音乐专用教室≥96㎡，美术专用教室≥90㎡", ofSchool: true),
    ConclusionItem(id: "G4", label: "小学、初中规模不超过2000人，九年一贯制学校、十二年一贯制学校义务教育阶段不超过2500人", ofSchool: true),
    ConclusionItem(id: "G5", label: "小学、初中所有班级学生数分别不超过45人、50人", ofSchool: true),
    ConclusionItem(id: "G6", label: "不足100名学生的村小学和教学点按100名学生核定公用经费", ofSchool: true),
    ConclusionItem(id: "G7", label: "特殊教育学校生均公用经费不低于6000元", ofSchool: false),
    ConclusionItem(
      id: "G8", label: "义务教育学校教师平均工资收入水平不低于当地公务员平均工资收入水平，按规定足额核定教师绩效工资总量", ofSchool: false),
    ConclusionItem(id: "G9", label: "教师5年360学时培训完成率达到100%", ofSchool: true),
    ConclusionItem(id: "G10", label: "县级教育行政部门在核定的教职工编制总额和岗位总量内统筹分配各校教职工编制和岗位数量", ofSchool: false),
    ConclusionItem(
      id: "G11", label: "全县每年交流轮岗教师的比例不低于符合交流条件教师总数的10%，其中骨干教师不低于交流轮岗教师总数的20%", ofSchool: false),
    ConclusionItem(id: "G12", label: "专任教师持有教师资格证上岗率达到100%", ofSchool: true),
    ConclusionItem(
      id: "G13", label: "城区和镇区公办小学、初中（均不含寄宿制学校）就近划片入学比例分别达到100%、95%以上", ofSchool: false),
    ConclusionItem(
      id: "G14", label: "优质高中招生名额分配比例不低于50%，并向农村初中倾斜", ofSchool: false),
    ConclusionItem(
      id: "G15", label: "留守儿童关爱体系健全，符合条件的随迁子女在公办学校和政府购买服务的民办学校就读的比例不低于85%", ofSchool: false),
  ]

  static let quality = [
    ConclusionItem(id: "Q1", label: "初中三年巩固率达到95%以上", ofSchool: true),
    ConclusionItem(id: "Q2", label: "残疾儿童少年入学率达到95%以上", ofSchool: false),
    ConclusionItem(id: "Q3", label: "所有学校制定章程，实现学校管理与教学信息化", ofSchool: true),
    ConclusionItem(id: "Q4", label: "所有学校按照不低于学校年度公用经费预算总额的5%安排教师培训经费", ofSchool: true),
    ConclusionItem(id: "Q5", label: "教师能熟练运用信息化手段组织教学，设施设备利用率达到较高水平", ofSchool: true),
    ConclusionItem(id: "Q6", label: "所有学校德育工作、校园文化建设水平达到良好以上", ofSchool: true),
    ConclusionItem(id: "Q7", label: "课程开齐开足，教学秩序规范，综合实践活动有效开展", ofSchool: true),
    ConclusionItem(id: "Q8", label: "无过重课业负担", ofSchool: true),
    ConclusionItem(
      id: "Q9", label: "在国家义务教育质量监测中，相关科目学生学业水平达到Ⅲ级以上，且校际差异率低于0.15", ofSchool: false),
  ]
}

/// What was concluded on an item, by table `conclusion`.
struct Conclusion {
  let text: String?
  let met: Bool?

  /// 是, 否, or empty where nobody has concluded.
  var metCell: Listing.Cell { met.map { .text($0 ? "是" : "否") } ?? .empty }

  /// Of one school or county in the source's 学年, by item.
  static func all(_ source: FormSource, org: String) throws -> [String: Conclusion] {
    var result: [String: Conclusion] = [:]
    let rows = try source.rows(
      "SELECT item, conclusion, met FROM conclusion WHERE org_code = ? AND school_year = ?",
      [org, source.year])
    for row in rows { result[row["item"]] = Conclusion(text: row["conclusion"], met: row["met"]) }
    return result
  }
}
