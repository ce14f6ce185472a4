import GRDB
import Testing
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

/// Files for one merge command.
struct Delivery {
  let workdir = Workdir(inMemory: true)
  let county: String
  private(set) var paths: [String] = []

  /// - Parameter schools: that each sent a file with one room; schools 2 and 4 from two computers that disagree on it.
  init(schools: Int) throws {
    county = try makeCounty(in: workdir, file: "county.db").path
    for number in 1...schools {
      let name = "s\(number).db"
      let file = try makeSchool(in: workdir, name: "校\(number)", org: Delivery.org(number), file: name)
      try Delivery.set(file, "R1", 50)
      paths.append(file.path)
    }
  }

  static func org(_ number: Int) -> String { "2133" + String("00000\(number)".suffix(6)) }

  static func set(_ file: YiceFile, _ room: String, _ area: Double) throws {
    try file.write("set", author: .tester) { writer in
      let key = try RowKey(room, in: .room, file: writer.file)
      if try writer.exists(.room, key) {
        _ = try writer.set(.room, key, ["floor_area": area])
      } else {
        _ = try writer.add(.room, ["room_no": room, "category": "教室", "floor_area": area])
      }
    }
  }

  /// A copy of the school's file as it is now.
  @discardableResult
  func copy(_ number: Int, as name: String) throws -> String {
    try workdir.write(name, try workdir.bytes("s\(number).db"))
  }

  /// Lets the school's two computers write the same room.
  func disagree(_ number: Int, laptop name: String) throws -> String {
    let laptop = try copy(number, as: name)
    try Delivery.set(try YiceFile.open(workdir.file("s\(number).db"), for: .write), "R1", 1)
    try Delivery.set(try YiceFile.open(laptop, for: .write), "R1", 2)
    return laptop
  }

  mutating func insert(_ path: String, at index: Int? = nil) { paths.insert(path, at: index ?? paths.count) }

  /// Merges into a copy of the county file; what is said of each file.
  func merge(_ paths: [String]? = nil, into name: String = "copy.db", dryRun: Bool = false) throws -> [String]
  {
    if !dryRun || (try? workdir.bytes(name)) == nil {
      try workdir.write(name, try workdir.bytes("county.db"))
    }
    var merger = Merger(into: try YiceFile.open(workdir.file(name), for: .write))
    merger.dryRun = dryRun
    return try merger.merge(paths ?? self.paths).map { result in
      let findings = result.findings.map { "\($0)" }.joined(separator: "; ")
      return "\(result.fileName) \(result.status) \(result.counts) \(findings)"
    }
  }
}

@Suite("a dry run says what the run then does")
struct DryRunTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable () throws -> Delivery
  }

  static let cases: [Case] = [
    Case(testDescription: "one file") { try Delivery(schools: 1) },
    Case(testDescription: "nine files, one school from two computers") { try conflicting(schools: 8) },
    Case(testDescription: "ten files, one school from two computers") { try conflicting(schools: 9) },
    Case(testDescription: "33 files, two schools from two computers each") {
      var delivery = try conflicting(schools: 31)
      delivery.insert(try delivery.disagree(4, laptop: "s4-laptop.db"))
      return delivery
    },
    Case(testDescription: "the laptop's file first, the office's last of eleven") {
      var delivery = try Delivery(schools: 10)
      let laptop = try delivery.disagree(10, laptop: "laptop.db")
      delivery.insert(laptop, at: 0)
      return delivery
    },
    Case(testDescription: "one file under two names, far apart") {
      var delivery = try Delivery(schools: 12)
      delivery.insert(try delivery.copy(2, as: "again.db"))
      return delivery
    },
    Case(testDescription: "one file twice by one name, next to each other") {
      var delivery = try Delivery(schools: 2)
      delivery.insert(delivery.paths[0], at: 1)
      return delivery
    },
    Case(testDescription: "an old copy long after the newer file") {
      var delivery = try Delivery(schools: 12)
      delivery.insert(try delivery.copy(1, as: "old.db"))
      try Delivery.set(try YiceFile.open(delivery.workdir.file("s1.db"), for: .write), "R1", 60)
      return delivery
    },
    Case(testDescription: "an old copy right after the newer file") {
      var delivery = try Delivery(schools: 2)
      delivery.insert(try delivery.copy(1, as: "old.db"), at: 1)
      try Delivery.set(try YiceFile.open(delivery.workdir.file("s1.db"), for: .write), "R1", 60)
      return delivery
    },
    Case(testDescription: "refused files in the middle") {
      var delivery = try conflicting(schools: 11)
      delivery.insert(try delivery.workdir.write("bad.db", "hello"), at: 5)
      let foreign = try makeCounty(in: delivery.workdir, name: "外县", org: "440100", file: "foreign.db")
      delivery.insert(foreign.path, at: 8)
      return delivery
    },
    Case(testDescription: "files that the county knows in part") {
      var delivery = try Delivery(schools: 12)
      _ = try Merger(into: try YiceFile.open(delivery.county, for: .write)).merge(delivery.paths)
      for number in [3, 5, 9] {
        delivery.insert(try delivery.disagree(number, laptop: "s\(number)-laptop.db"))
      }
      return delivery
    },
  ]

  private static func conflicting(schools: Int) throws -> Delivery {
    var delivery = try Delivery(schools: schools)
    delivery.insert(try delivery.disagree(2, laptop: "s2-laptop.db"))
    return delivery
  }

  @Test(
    "the same numbers, findings and statuses, file by file",
    arguments: cases)
  func same(_ one: Case) throws {
    let delivery = try one.make()
    try delivery.workdir.write("copy.db", try delivery.workdir.bytes("county.db"))
    let tried = try delivery.merge(dryRun: true)
    #expect(try delivery.workdir.bytes("copy.db") == delivery.workdir.bytes("county.db"))
    let done = try delivery.merge()
    #expect(tried.count == delivery.paths.count && done.count == tried.count)
    for (tried, done) in zip(tried, done) { #expect(tried == done) }
  }
}
