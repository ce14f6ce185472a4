/// What counties' programmes ask for beside the standard (`programme` of a profile): numbers with their unit and source,
/// lists of words, and the growth rules of education funds. Decision 0191.
package struct ProgrammeRules: Sendable, Equatable {
  /// In the order of the profile.
  package private(set) var numbers: [Number] = []
  /// e.g. `four_safety`: the items of 四个100%.
  package private(set) var lists: [String: [String]] = [:]
  package private(set) var growth: [Growth] = []

  package struct Number: Sendable, Equatable {
    /// e.g. `training_year_hours`; SQL reads it as a parameter of that name.
    package let id: String
    package let label: String
    package fileprivate(set) var value: Double
    package let unit: String
    /// Document.
    package let source: String
    fileprivate(set) var isUnverified = false

    package var assumption: Assumption? {
      guard isUnverified else { return nil }
      let number = value == value.rounded() ? "\(Int64(value))" : "\(value)"
      return Assumption("\(label) \(number) \(unit)，\(source)")
    }
  }

  /// One of 三个增长, 一个比例, 两个只增不减.
  package struct Growth: Sendable, Equatable {
    package let group: String
    package let label: String
    /// 项目 of the county in table `finance`, or its 数据项.
    package let item: String
    /// Its growth is what `item` must outgrow.
    package let above: String?
    /// `item` is taken as a share of it, in percent.
    package let of: String?
    /// `item` is an average (人均工资): the county's own figure, which is never a sum of schools.
    package let isAverage: Bool
    /// Divided by the pupils of 小学 and 初中.
    package let perPupil: Bool
    package let unit: String
    /// Must be more than the year before; else no less.
    package let mustRise: Bool
    package let source: String
  }

  /// 标准名称 of table `threshold` for a county's own numbers whatever profile it uses.
  package static let name = "programme"

  package init() {}

  /// The number of that id; nil: none is asked for.
  package func value(_ id: String) -> Double? { numbers.first { $0.id == id }?.value }
}

// MARK: - Reading

extension ProgrammeRules {
  /// - Parameter text: the value of `programme` in a profile.
  /// - Throws: `ProfileError.text`.
  init(_ text: ProfileText) throws {
    numbers =
      try text["numbers"]?.entries().map { id, number in
        Number(
          id: id, label: try number.required("label").string(), value: try number.required("value").number(),
          unit: try number.required("unit").string(), source: try number.required("source").string(),
          isUnverified: try number["unverified"]?.bool() ?? false)
      } ?? []
    for (id, words) in try text["lists"]?.entries() ?? [] { lists[id] = try words.strings() }
    growth = try text["growth"]?.list().map(ProgrammeRules.growth) ?? []
  }

  private static func growth(_ text: ProfileText) throws -> Growth {
    let least = try text.required("least")
    guard ["rise", "hold"].contains(try least.string()) else { throw least.complaint("least 应是 rise 或 hold") }
    let per = try text["per"].map { word in
      guard try word.string() == "pupils" else { throw word.complaint("per 应是 pupils") }
      return true
    }
    return Growth(
      group: try text.required("group").string(), label: try text.required("label").string(),
      item: try text.required("item").string(), above: try text["above"]?.string(),
      of: try text["of"]?.string(), isAverage: try text["average"]?.bool() ?? false,
      perPupil: per ?? false, unit: try text.required("unit").string(),
      mustRise: try least.string() == "rise",
      source: try text.required("source").string())
  }

  /// A county's own value, named by id or label.
  /// - Returns: whether there is such a number.
  mutating func apply(_ adjustment: Adjustment) -> Bool {
    guard adjustment.stage == nil,
      let index = numbers.firstIndex(where: { $0.id == adjustment.name || $0.label == adjustment.name })
    else { return false }
    numbers[index].value = adjustment.value
    numbers[index].isUnverified = false
    return true
  }
}

extension ProfileReader {
  /// Texts that counties keep from before there was such a section ask for what the shipped standard does.
  static func programme(_ text: ProfileText) throws -> ProgrammeRules {
    if let own = text["programme"] { return try ProgrammeRules(own) }
    let shipped = try ProfileText(
      ProfileCatalog.text(of: ProfileCatalog.defaultID), name: ProfileCatalog.defaultID)
    return try shipped["programme"].map(ProgrammeRules.init) ?? ProgrammeRules()
  }
}
