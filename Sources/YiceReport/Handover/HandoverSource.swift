package import YiceModel
package import YiceStore

#if canImport(Glibc)
  internal import Glibc
#endif

/// The files that a county is handed over from: one that holds it, or its schools' own.
package struct HandoverSource {
  /// 6 digits.
  package let county: String
  package let name: String
  package let files: [File]
  /// In a city's or a province's file, where the county is one among others.
  package let isPart: Bool

  /// A file as the person named it, with what tells one state of it from another.
  package struct File: Sendable {
    package let path: String
    package let info: FileInfo
    /// Digest-like: identity, state, size and moment of the last write.
    package let state: String
  }

  package init(county: String, name: String, files: [File], isPart: Bool) {
    self.county = county
    self.name = name
    self.files = files
    self.isPart = isPart
  }
}

extension HandoverSource {
  /// Sorts files into counties, by code.
  ///
  /// - Parameter counties: those of a city's or a province's file.
  /// - Throws: `HandoverError` where a county or a school would come twice, `StoreError`.
  package static func sorted(
    _ paths: [String], counties: (YiceFile) throws -> [(code: String, name: String)]
  ) throws -> [HandoverSource] {
    var whole: [String: HandoverSource] = [:]
    var schools: [String: [String: File]] = [:]
    for path in paths {
      let opened = try YiceFile.open(path)
      let info = opened.info
      guard info.scopeOrg == nil, info.role != .inspection else { throw HandoverError.copy(path, info.role) }
      let file = File(path: path, info: info, state: try state(of: opened))
      switch info.role {
      case .school, .inspection:
        guard let county = info.countyCode else { throw HandoverError.noCounty(path) }
        if let other = schools[county]?[info.orgCode] {
          throw HandoverError.twice("学校 \(info.orgCode)", other.path, path)
        }
        schools[county, default: [:]][info.orgCode] = file
      case .county:
        try add(HandoverSource(county: info.orgCode, name: info.orgName, files: [file], isPart: false))
      case .city, .province:
        for county in try counties(opened) {
          try add(HandoverSource(county: county.code, name: county.name, files: [file], isPart: true))
        }
      }
    }
    for (county, files) in schools {
      let files = files.values.sorted { $0.info.orgCode < $1.info.orgCode }
      try add(HandoverSource(county: county, name: county, files: files, isPart: false))
    }
    return whole.values.sorted { $0.county < $1.county }

    func add(_ source: HandoverSource) throws {
      if let other = whole[source.county], let first = other.files.first, let second = source.files.first {
        throw HandoverError.twice("县 \(source.county)", first.path, second.path)
      }
      whole[source.county] = source
    }
  }

  private static func state(of file: YiceFile) throws -> String {
    var status = stat()
    guard stat(file.path, &status) == 0 else { throw StoreError.notFound(file.path) }
    let word = try file.read { try FileState.stored($0) }
    return "\(file.info.fileID) \(word) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }
}

/// Why files are not handed over.
package enum HandoverError: YiceError, Equatable {
  case copy(String, Role)
  case noCounty(String)
  case twice(String, String, String)
  /// Two schools' files hold other rows of the bureau's.
  case differ(table: String, String)
  case years([Int])
  case noSchools

  package var exitStatus: ExitStatus {
    switch self {
    case .copy: .notAllowed
    case .years, .noSchools: .usage
    default: .failed
    }
  }

  package var description: String {
    switch self {
    case .copy(let path, let role):
      "“\(path)”是\(role == .inspection ? "督查副本" : "下发的文件")，不是学校或教育局自己的文件，不能移交。请改用原来的文件。"
    case .noCounty(let path):
      "“\(path)”没有写学校属于哪个县，不知道移交到哪里。请先合并到县级文件，移交县级文件。"
    case .twice(let what, let first, let second):
      "\(what)在“\(first)”和“\(second)”里都有，不知道用哪一个。请只给一个，或先合并：yice merge。"
    case .differ(let table, let path):
      "“\(path)”里教育局的“\(table)”和同县别的学校文件不同，不知道用哪一个。请先合并到县级文件，移交县级文件。"
    case .years(let years):
      "各文件的学年不同（\(years.map { "\($0)" }.joined(separator: "、"))），不能一起移交。请加上 --year，例如 --year \(years.last ?? 2022)。"
    case .noSchools: "这些文件里没有学校，没有可以移交的。"
    }
  }
}
