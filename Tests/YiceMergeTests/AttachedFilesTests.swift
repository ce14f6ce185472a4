import GRDB
import Testing
import YiceMerge
import YiceStore
import YiceTestSupport

/// What SQLite parsed of one received file serves the next only where it is true of it.
@Suite struct AttachedFilesTests {
  private let workdir = Workdir()

  /// A file with `rooms` rooms; some with a note of a length that decides how many pages there are.
  private func school(_ number: Int, rooms: Int, note: Int = 0) throws -> String {
    let name = "s\(number).db"
    let file = try makeSchool(in: workdir, org: String(2_133_000_000 + number), file: name)
    try file.write("add", author: .tester) { writer in
      for room in 1...rooms {
        try writer.add(
          .room,
          [
            "room_no": "R\(room)", "category": "教室", "floor_area": Double(number * 100 + room),
            "note": String(repeating: "长", count: note),
          ])
      }
    }
    return workdir.file(name)
  }

  private func raw(_ path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  private func rows(_ file: YiceFile) throws -> [String] {
    try file.read { db in
      try String.fetchAll(
        db,
        sql:
          "SELECT json_array(org_code, room_no, floor_area, length(note)) FROM room ORDER BY org_code, room_no"
      )
    }
  }

  @Test(
    "files of other sizes, page sizes and root pages, merged in one batch after another, end as one by one")
  func mixed() throws {
    var paths: [String] = []
    for number in 1...34 {
      let path = try school(number, rooms: 1 + number % 7, note: number % 11 == 5 ? 40_000 : 0)
      switch number % 5 {
      case 1: try raw(path, "VACUUM")
      case 2: try raw(path, "PRAGMA page_size = 1024; VACUUM")
      case 3 where number % 2 == 1: try raw(path, "ANALYZE")
      default: break
      }
      paths.append(path)
    }
    // More than a place holds in memory.
    paths.insert(try school(35, rooms: 60, note: 20_000), at: 13)

    let together = try makeCounty(in: workdir, file: "together.db")
    let results = try Merger(into: together).merge(paths)
    #expect(results.allSatisfy { $0.status == .merged }, "\(results.map(\.status))")

    let apart = try makeCounty(in: workdir, file: "apart.db")
    for path in paths { _ = try Merger(into: apart).merge([path]) }
    let merged = try rows(together)
    #expect(merged == (try rows(apart)))
    #expect(merged.count == (1...34).reduce(60) { $0 + 1 + $1 % 7 })

    #expect(try Merger(into: together).merge(paths).allSatisfy { $0.status == .nothingNew })
  }

  @Test("a file between two batches that is refused leaves the places of the others right")
  func refusedBetween() throws {
    var paths = try (1...23).map { try school($0, rooms: 2) }
    try raw(paths[4], "CREATE TABLE stranger (a)")
    try raw(paths[12], "DROP TABLE campus")
    paths.append(paths[0])
    let county = try makeCounty(in: workdir, file: "county.db")
    let results = try Merger(into: county).merge(paths)
    let refused = results.indices.filter { if case .refused = results[$0].status { true } else { false } }
    #expect(refused == [4, 12])
    #expect(results.last?.status == .nothingNew)
    #expect(try rows(county).count == 2 * 21)
  }
}
