import GRDB
import Testing
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

/// Six people, six files: what happened to rows when files came in another order than the program had thought of.
@Suite("nothing is lost, whoever carries the file")
struct StoryTests {
  @Test("the inspector is quicker than the school: its rows come all the same, and so does its next file's")
  func inspectionFirst() throws {
    let story = try Story()
    try story.room("s1.db", "B7", 99)
    try story.room("s1.db", "A1", 88)
    try story.inspect("s1.db", "督查.db")
    try story.opinion("督查.db")
    try story.merge("县.db", "督查.db")
    #expect(try story.rooms("县.db") == ["A1=50"], "a register does not come from an inspector")
    try story.merge("县.db", "s1.db")
    #expect(try story.rooms("县.db") == ["A1=88", "B7=99"])
    try story.room("s1.db", "B8", 1)
    try story.merge("县.db", "s1.db")
    #expect(try story.rooms("县.db") == ["A1=88", "B7=99", "B8=1"])
    try story.issue("县.db", Story.first, "x.db")
    try story.merge("s1.db", "x.db")
    #expect(try story.rooms("s1.db") == ["A1=88", "B7=99", "B8=1"])
  }

  @Test(
    "the school, which has read the opinion, is quicker than the inspector: the opinion comes with the inspector's own file"
  )
  func opinion() throws {
    let story = try Story()
    try story.inspect("s1.db", "督查.db")
    try story.opinion("督查.db")
    try story.merge("s1.db", "督查.db")
    #expect(try story.count("s1.db", "opinion") == 1)
    try story.merge("县.db", "s1.db")
    #expect(try story.count("县.db", "opinion") == 0)
    try story.merge("县.db", "督查.db")
    #expect(try story.count("县.db", "opinion") == 1)
  }

  @Test(
    "two PCs of one school: the bureau's rows go from one to the other, the issued file after that brings nothing"
  )
  func schoolCopies() throws {
    let story = try Story()
    try story.copy("s1.db", "P.db")
    try story.copy("s1.db", "Q.db")
    try story.policy("县.db", "新政策")
    try story.issue("县.db", Story.first, "x.db")
    try story.merge("P.db", "x.db")
    try story.merge("Q.db", "P.db")
    #expect(try story.policies("Q.db") == ["新政策"])
    try story.merge("Q.db", "x.db")
    #expect(try story.policies("P.db") == ["新政策"])
    #expect(try story.policies("Q.db") == ["新政策"])
  }

  /// The bureau's laptop and its office PC; the school that works on what the laptop issued writes to the office first.
  private func twoPCs(_ change: (Story) throws -> Void) throws -> Story {
    let story = try Story()
    try story.copy("县.db", "办公室.db")
    try story.copy("县.db", "笔记本.db")
    try change(story)
    try story.issue("笔记本.db", Story.first, "x.db")
    try story.start("x.db", "n1.db")
    try story.room("n1.db", "B1", 1)
    try story.merge("办公室.db", "n1.db")
    try story.merge("办公室.db", "笔记本.db")
    try story.merge("笔记本.db", "办公室.db")
    return story
  }

  @Test(
    "a correction of two schools' rows, of which one school carries its part, still comes whole from the laptop"
  )
  func correction() throws {
    let story = try twoPCs { story in
      try story.write("笔记本.db") { writer in
        for school in [Story.first, Story.second] {
          try writer.set(.room, Story.key("A1", school), ["floor_area": 77.0])
        }
      }
    }
    for file in ["办公室.db", "笔记本.db"] {
      #expect(try story.rooms(file, Story.second) == ["A1=77"], "\(file)")
      #expect(try story.rooms(file) == ["A1=77", "B1=1"], "\(file)")
    }
  }

  @Test(
    "a policy that a school has got in the meantime still comes from the laptop to the office, and the office's to the laptop"
  )
  func policy() throws {
    let story = try twoPCs { story in
      try story.policy("笔记本.db", "新政策")
      try story.policy("办公室.db", "办公室的政策")
    }
    for file in ["办公室.db", "笔记本.db"] {
      #expect(try story.policies(file) == ["办公室的政策", "新政策"], "\(file)")
    }
  }

  @Test("the order on the command line", arguments: [["s1.db", "督查.db"], ["督查.db", "s1.db"]])
  func batch(_ order: [String]) throws {
    let story = try Story()
    try story.room("县.db", "C1", 1)
    try story.room("s1.db", "B7", 99)
    try story.inspect("s1.db", "督查.db")
    try story.opinion("督查.db")
    let trial = try story.merge("县.db", order, dryRun: true)
    #expect(try story.rooms("县.db") == ["A1=50", "C1=1"])
    let results = try story.merge("县.db", order)
    #expect(try story.rooms("县.db") == ["A1=50", "B7=99", "C1=1"])
    #expect(try story.count("县.db", "opinion") == 1)
    #expect(trial.map(\.counts) == results.map(\.counts))
    #expect(trial.map(\.status) == results.map(\.status))
  }

  @Test(
    "an answer that arrives before the order it answers",
    arguments: [["s1.db", "督查.db"], ["督查.db", "s1.db"]])
  func answerFirst(_ order: [String]) throws {
    let story = try Story()
    try story.inspect("s1.db", "督查.db")
    try story.order("督查.db", "修屋顶")
    try story.merge("s1.db", "督查.db")
    try story.answer("s1.db", "已报修")
    for file in order { try story.merge("县.db", file) }
    #expect(try story.orders("县.db") == ["修屋顶，已报修，整改中"])
    #expect(try story.count("县.db", "sibling") == 0)
  }

  @Test(
    "another program changes the order, the policy and an honest room in one transaction: the room comes, the rest is told and returns"
  )
  func tampered() throws {
    let story = try Story()
    try story.order("县.db", "修屋顶")
    try story.policy("县.db", "新政策")
    try story.issue("县.db", Story.first, "x.db")
    try story.merge("s1.db", "x.db")
    try story.otherProgram(
      "s1.db", "UPDATE rectification SET problem = '没有问题'", "UPDATE policy SET title = '作废'",
      "UPDATE room SET floor_area = 51")
    let result = try #require(try story.merge("县.db", "s1.db").first)
    #expect(try story.rooms("县.db") == ["A1=51"])
    #expect(try story.orders("县.db") == ["修屋顶，，待整改"])
    #expect(try story.policies("县.db") == ["新政策"])
    #expect(
      result.findings.map { "\($0)" }.contains { $0.contains("整改清单") || $0.contains("问题描述") }, "\(result)")
    try story.issue("县.db", Story.first, "y.db")
    try story.merge("s1.db", "y.db")
    #expect(try story.rooms("s1.db") == ["A1=51"])
    #expect(try story.orders("s1.db") == ["修屋顶，，待整改"])
    #expect(try story.policies("s1.db") == ["新政策"])
    // And the school goes on from there.
    try story.answer("s1.db", "已报修")
    #expect(try story.merge("县.db", "s1.db").first?.findings.isEmpty == true)
    #expect(try story.orders("县.db") == ["修屋顶，已报修，整改中"])
  }

  @Test("another program deletes the order and the policy: they return with the next issued file")
  func deleted() throws {
    let story = try Story()
    try story.order("县.db", "修屋顶")
    try story.policy("县.db", "新政策")
    try story.issue("县.db", Story.first, "x.db")
    try story.merge("s1.db", "x.db")
    try story.otherProgram("s1.db", "DELETE FROM rectification", "DELETE FROM policy")
    try story.merge("县.db", "s1.db")
    #expect(try story.orders("县.db") == ["修屋顶，，待整改"])
    try story.issue("县.db", Story.first, "y.db")
    try story.merge("s1.db", "y.db")
    #expect(try story.orders("s1.db") == ["修屋顶，，待整改"])
    #expect(try story.policies("s1.db") == ["新政策"])
  }

  @Test(
    "a city's file brings a county its own schools only, with what the city wrote; a foreign city's is refused"
  )
  func city() throws {
    let story = try Story()
    try story.new("县2.db", .county, "990102", county: "990102")
    try story.new("s9.db", .school, "2199000009", county: "990102")
    try story.merge("县2.db", "s9.db")
    try story.new("市.db", .city, "990100")
    try story.merge("市.db", "县.db", "县2.db")
    #expect(try story.schools("市.db") == [Story.first, Story.second, "2199000009"])
    try story.room("市.db", "A1", 60)
    try story.policy("市.db", "市里的政策")
    #expect(try story.merge("县.db", "市.db").allSatisfy { $0.refusal == nil })
    #expect(try story.schools("县.db") == [Story.first, Story.second])
    #expect(try story.rooms("县.db") == ["A1=60"])
    #expect(try story.policies("县.db") == [])
    try story.new("外市.db", .city, "880000")
    #expect(try story.merge("县.db", "外市.db").first?.refusal != nil)
    #expect(try story.merge("s1.db", "市.db").first?.refusal != nil)
  }

  @Test(
    "the county's whole file brings a school what is the school's, and the county's own; of other schools nothing"
  )
  func wholeCounty() throws {
    let story = try Story()
    try story.policy("县.db", "新政策")
    try story.order("县.db", "修屋顶")
    try story.write("县.db") {
      _ = try $0.add(
        .rectification,
        ["org_code": Story.second, "id": "o2", "source": "县检", "problem": "别校的问题", "state": "待整改"])
    }
    try story.merge("s1.db", "县.db")
    #expect(try story.orders("s1.db") == ["修屋顶，，待整改"])
    #expect(try story.policies("s1.db") == ["新政策"])
    // Nor does a change of it, when the file is known.
    try story.write("县.db") {
      _ = try $0.set(
        .rectification, RowKey([Story.second.databaseValue, "o2".databaseValue]), ["note": "催办"])
    }
    try story.merge("s1.db", "县.db")
    #expect(try story.count("s1.db", "rectification WHERE org_code = '\(Story.second)'") == 0)
    #expect(try story.count("s1.db", "change WHERE org_code = '\(Story.second)'") == 0)
  }

  @Test("an issued file is no file for the county")
  func wrongWay() throws {
    let story = try Story()
    try story.issue("县.db", Story.first, "x.db")
    #expect(try story.merge("县.db", "x.db").first?.refusal != nil)
  }

  @Test("what another program writes into an issued file goes nowhere")
  func issuedAndEdited() throws {
    let story = try Story()
    try story.policy("县.db", "新政策")
    try story.issue("县.db", Story.first, "x.db")
    try story.otherProgram("x.db", "UPDATE policy SET title = '作废'", "UPDATE room SET floor_area = 1")
    _ = try? story.merge("s1.db", "x.db")
    #expect(try story.rooms("s1.db") == ["A1=50"])
    #expect(try !story.policies("s1.db").contains("作废"))
    try story.merge("县.db", "s1.db")
    #expect(try story.rooms("县.db") == ["A1=50"])
    #expect(try story.policies("县.db") == ["新政策"])
  }

  @Test("more files than are attached at once: the dry run says what the run then does")
  func dryRun() throws {
    let story = try Story()
    var files: [String] = []
    for number in 1...9 {
      files.append("t\(number).db")
      try story.new("t\(number).db", .school, "219900001\(number)")
    }
    try story.room("t1.db", "A1", 50)
    try story.copy("t1.db", "t1-laptop.db")
    try story.room("t1.db", "A1", 1)
    try story.room("t1-laptop.db", "A1", 2)
    let all = files + ["t1-laptop.db"]
    let trial = try story.merge("县.db", all, dryRun: true)
    let results = try story.merge("县.db", all)
    #expect(results.last?.counts.conflicts == 1)
    #expect(trial.map(\.counts) == results.map(\.counts))
    #expect(trial.map(\.status) == results.map(\.status))
  }
}
