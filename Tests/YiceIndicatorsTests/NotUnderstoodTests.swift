import Testing
import YiceIndicators
import YiceModel
import YiceStandards

@Suite("a subject that nobody understands")
struct NotUnderstoodTests {
  private let code = "2100000001"

  /// - Parameter others: teachers of other 学段, and what they teach.
  private func found(
    _ subjects: [String], _ profile: Profile? = nil, others: [(stage: Stage, subject: String)] = []
  ) throws -> (value: Double?, told: String?) {
    var county = TestCounty()
    county.schools = [.init(code: code)]
    county.rolls = [.init(org: code, stage: .primary, pupils: 40)]
    county.teachers = subjects.map { .init(org: code, stage: .primary, subject: $0) }
    county.teachers += others.map { .init(org: code, stage: $0.stage, subject: $0.subject) }
    let figures = try county.figures(profile ?? ProfileCatalog.named(ProfileCatalog.defaultID))
    return (
      figures.segment(code)?.value("R3")?.value,
      figures.findings.first { $0.code == "not-understood" }?.message
    )
  }

  @Test("makes no 0, and is named with the command that mends it")
  func vague() throws {
    let vague = try found(["音体美", "体育/美术", "语文"])
    #expect(vague.value == nil)
    #expect(vague.told?.contains("“教师”有 2 行的“任教学科”（体育/美术、音体美）没有认出是哪一门") == true, "\(vague)")
    #expect(vague.told?.contains("yice set 文件 教师 --where 任教学科=体育/美术 任教学科=…") == true)
  }

  @Test("where all are of other subjects, there is a 0 and nothing to tell")
  func other() throws {
    let other = try found(["语文", "数学"])
    #expect(other.value == 0 && other.told == nil)
  }

  @Test("one that counts makes the figure, and the other is still named")
  func mixed() throws {
    let mixed = try found(["体育", "音乐", "音体美"])
    #expect(mixed.value == 2 * 100 / 40 && mixed.told?.contains("有 1 行") == true)
  }

  @Test("of a 学段 that no figure is of, it is not named")
  func otherStages() throws {
    #expect(try found(["语文"], others: [(.senior, "琴法"), (.kindergarten, "琴法")]).told == nil)
    #expect(try found(["语文"], others: [(.junior, "琴法")]).told != nil)
  }

  @Test("what an older version stored as it was written is named with the word that is meant")
  func stored() throws {
    #expect(try found(["小学体育"]).told?.contains("--where 任教学科=小学体育 任教学科=体育") == true)
  }

  @Test("what the county's own standard counts is understood")
  func ownWords() throws {
    var profile = try ProfileCatalog.named(ProfileCatalog.defaultID)
    profile.registers.lists["pe_subjects", default: []].append("武术")
    let own = try found(["武术"], profile)
    #expect(own.value == 100 / 40 && own.told == nil)
  }
}
