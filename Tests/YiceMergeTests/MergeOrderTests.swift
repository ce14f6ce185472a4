import GRDB
import Testing
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("the order of the files on the command line")
struct MergeOrderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable () throws -> Delivery
  }

  static let cases: [Case] = [
    Case(testDescription: "a school's two computers that disagree, an old copy of one, another school") {
      var delivery = try Delivery(schools: 2)
      delivery.insert(try delivery.copy(1, as: "old.db"))
      delivery.insert(try delivery.disagree(1, laptop: "laptop.db"))
      return delivery
    },
    Case(testDescription: "a school, its laptop, its inspector's copy with an opinion, another school") {
      var delivery = try Delivery(schools: 2)
      let inspector = delivery.workdir.file("inspector.db")
      _ = try Start.inspection(from: try YiceFile.open(delivery.paths[0]), to: inspector)
      try YiceFile.open(inspector, for: .write).write("opinion", author: .tester) {
        (writer: RevisionWriter) in
        let key = try RowKey("R1", in: .room, file: writer.file)
        _ = try Opinions.give(writer, .room, key, column: nil, judgement: "疑问", text: "请再量", by: .tester)
      }
      delivery.insert(inspector)
      delivery.insert(try delivery.disagree(1, laptop: "laptop.db"))
      return delivery
    },
    Case(
      testDescription: "a school's file that the county knows, its next one, its removal of a row on a laptop"
    ) {
      var delivery = try Delivery(schools: 2)
      _ = try Merger(into: try YiceFile.open(delivery.county, for: .write)).merge([delivery.paths[0]])
      let laptop = try delivery.copy(1, as: "laptop.db")
      delivery.insert(try delivery.copy(1, as: "old.db"))
      try YiceFile.open(laptop, for: .write).write("remove", author: .tester) { writer in
        try writer.remove(.room, try RowKey("R1", in: .room, file: writer.file))
      }
      try Delivery.set(try YiceFile.open(delivery.workdir.file("s1.db"), for: .write), "R1", 60)
      delivery.insert(laptop)
      return delivery
    },
  ]

  @Test(
    "all 24 orders of four files end in the same content and the same conflicts", arguments: cases)
  func orders(_ one: Case) throws {
    let delivery = try one.make()
    try #require(delivery.paths.count == 4)
    var first: (order: [String], content: [String: [String]])?
    for order in MergeOrderTests.permutations(delivery.paths) {
      _ = try delivery.merge(order)
      let content = try MergeOrderTests.merged(delivery.workdir.file("copy.db"))
      guard let first else {
        first = (order, content)
        continue
      }
      for (name, rows) in first.content.sorted(by: { $0.key < $1.key }) where content[name] != rows {
        let there = Set(content[name] ?? [])
        let only = Set(rows).symmetricDifference(there)
        Issue.record("\(name) differs by \(only) between the orders\n\(first.order)\n\(order)")
        return
      }
    }
    #expect(first?.content["room"]?.isEmpty == false)
  }

  @Test(
    "one command for all files, or a command for each: the same content",
    arguments: cases)
  func oneByOne(_ one: Case) throws {
    let delivery = try one.make()
    _ = try delivery.merge()
    let together = try MergeOrderTests.merged(delivery.workdir.file("copy.db"))
    try delivery.workdir.write("copy.db", try delivery.workdir.bytes("county.db"))
    let county = try YiceFile.open(delivery.workdir.file("copy.db"), for: .write)
    for path in delivery.paths { _ = try Merger(into: county).merge([path]) }
    #expect(try MergeOrderTests.merged(county.path) == together)
  }

  /// Everything but the list of what was received when, and the random word that is another after each write.
  static func merged(_ path: String) throws -> [String: [String]] {
    var content = try SealedFile.content(path).filter { !$0.key.hasPrefix("received") }
    let state = "text \(Array(FileState.key.utf8))"
    content["file_info"] = content["file_info"]?.filter { !$0.hasPrefix(state) }
    return content
  }

  private static func permutations(_ paths: [String]) -> [[String]] {
    guard let first = paths.first else { return [[]] }
    return permutations(Array(paths.dropFirst())).flatMap { rest in
      (0...rest.count).map { index in
        var order = rest
        order.insert(first, at: index)
        return order
      }
    }
  }
}
