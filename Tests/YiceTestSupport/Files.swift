package import YiceModel
package import YiceStore

extension Author {
  /// Who writes in tests.
  package static let tester = Author("测试员")
}

/// A new school file with its own row in `org`.
package func makeSchool(
  in workdir: Workdir, name: String = "第一小学", org: String = "2133000001", year: Int? = 2022,
  file: String? = nil
) throws -> YiceFile {
  let path = workdir.file(file ?? name + ".db")
  let info = FileInfo(
    role: .school, orgCode: org, orgName: name, countyCode: "330100", schoolYear: year)
  let made = try YiceFile.create(path, info: info, author: .tester)
  try made.write("new", author: .tester) { writer in
    _ = try writer.add(.org, ["name": name, "kind": "小学", "county_code": "330100"])
  }
  return made
}

/// A new county file with its own row in `org`.
package func makeCounty(
  in workdir: Workdir, name: String = "示例县", org: String = "330100", year: Int? = 2022,
  role: Role = .county, file: String? = nil
) throws -> YiceFile {
  let info = FileInfo(role: role, orgCode: org, orgName: name, countyCode: org, schoolYear: year)
  let made = try YiceFile.create(workdir.file(file ?? name + ".db"), info: info, author: .tester)
  try made.write("new", author: .tester) { writer in
    guard role == .county else { return }
    _ = try writer.add(.org, ["name": name, "kind": "教育行政部门"])
  }
  return made
}
