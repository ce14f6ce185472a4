internal import YiceModel
internal import YiceStandards

/// Which schools count, and in which school each counts.
///
/// A school's own 纳入方式 beats the profile's default in both directions. 并入 is followed to its end; a missing
/// target, one that is left out itself, or a ring leaves the school out with a finding.
struct Scope {
  /// School → the school it counts in (itself, or where it is 并入).
  private(set) var into: [String: String] = [:]
  private(set) var leftOut: [LeftOut] = []
  private(set) var findings: [Finding] = []
  /// School → the schools 并入 it, by code.
  private(set) var includes: [String: [String]] = [:]

  /// - Parameter rolls: each school's own primary and junior pupils.
  init(_ schools: [School], rolls: [String: Int], rule: InclusionRule) {
    var byCode: [String: School] = [:]
    for school in schools { byCode[school.orgCode] = school }
    for school in schools where school.inclusion != "并入" {
      if let (reason, text) = Scope.exclusion(of: school, roll: rolls[school.orgCode] ?? 0, rule) {
        leave(school, reason, text)
      } else {
        into[school.orgCode] = school.orgCode
      }
    }
    for school in schools where school.inclusion == "并入" {
      switch Scope.end(of: school, in: byCode) {
      case .ring: leave(school, .target, "并入关系成环", finding: "请改正“并入学校标识码”")
      case .missing(let code):
        let named = code.map { "（\($0)）" } ?? ""
        leave(school, .target, "并入的学校\(named)不在本文件中", finding: "请核对“并入学校标识码”")
      case .school(let target) where into[target.orgCode] == nil:
        leave(school, .target, "并入的学校“\(target.name)”不纳入", finding: "请改正“纳入方式”")
      case .school(let target):
        into[school.orgCode] = target.orgCode
        includes[target.orgCode, default: []].append(school.orgCode)
        leave(school, .merged, "并入\(target.name)", into: target.orgCode)
      }
    }
    leftOut.sort { $0.orgCode < $1.orgCode }
  }

  private mutating func leave(
    _ school: School, _ reason: LeftOut.Reason, _ text: String, into: String? = nil,
    finding advice: String? = nil
  ) {
    leftOut.append(
      LeftOut(
        orgCode: school.orgCode, name: school.name, kind: school.kind, reason: reason, text: text,
        into: into))
    guard let advice else { return }
    findings.append(
      Finding(
        .error, "inclusion-target", at: SourceLocation(column: "并入学校标识码"),
        value: school.target, "\(school.name)（\(school.orgCode)）\(text)，没有计入。\(advice)。"))
  }

  private static func exclusion(
    of school: School, roll: Int, _ rule: InclusionRule
  ) -> (LeftOut.Reason, String)? {
    switch school.inclusion {
    case "独立": return nil
    case "不纳入": return (.named, school.reason ?? "填为不纳入")
    default: break
    }
    guard let kind = rule.kinds[school.kind], kind.isIn else { return (.kind, "\(school.kind)不纳入") }
    if let runBy = rule.runBy, let own = school.runBy, !runBy.contains(own) {
      return (.runBy, "举办者类型\(own)不纳入")
    }
    if let least = kind.atLeast, roll < least {
      return (.smallPoint, "\(school.kind)学生数\(roll)人，不足\(least)人（附设幼儿班不计）")
    }
    return nil
  }

  private enum End {
    case school(School)
    case missing(String?)
    case ring
  }

  private static func end(of school: School, in byCode: [String: School]) -> End {
    var seen: Set<String> = []
    var at = school
    while at.inclusion == "并入" {
      guard seen.insert(at.orgCode).inserted else { return .ring }
      guard let code = at.target, let next = byCode[code] else { return .missing(at.target) }
      at = next
    }
    return .school(at)
  }
}
