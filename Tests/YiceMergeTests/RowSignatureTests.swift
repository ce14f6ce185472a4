import GRDB
import Testing
import YiceMerge
import YiceModel
import YiceSign
import YiceStore
import YiceTestSupport

/// An order that an inspector gives, and the school passes on to the county.
@Suite("signatures over what reviewers write (Decision 0182)")
struct RowSignatureTests {
  private let story: Story
  private let inspector: PrivateKey

  init() throws {
    story = try Story()
    inspector = try PrivateKey(holderCode: Story.county, role: .inspection, algorithm: .ed25519)
    try story.inspect("s1.db", "督查.db")
    try story.order("督查.db", "缺图书")
  }

  private func wantsSignatures(from day: String? = "2022-01-01", trusting: Bool = true) throws {
    _ = try story.open("县.db").write("key require", author: .tester) { writer in
      if trusting {
        try writer.trust(
          inspector.publicKey, for: Story.county, as: .inspection, holder: nil, on: "2022-01-01",
          replacing: false)
      }
      try SignatureRule.saveReview(from: day, writer)
    }
  }

  /// The inspector's copy, packed, and merged by the school, which packs its own file for the county.
  private func relay(signer: PrivateKey?) throws {
    try Pack.pack(
      try story.open("督查.db"), to: story.path("寄.db"), replacing: true,
      signer: signer.map { Signer($0, fileName: "寄.db") })
    try story.merge("s1.db", "寄.db")
  }

  private func arrives() throws -> (rows: Int, told: String) {
    let result = try #require(try story.merge("县.db", "s1.db").first)
    let rows = try story.open("县.db").read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM rectification WHERE problem = '缺图书'") ?? 0
    }
    return (rows, result.findings.map(\.message).joined())
  }

  private func forge(_ sql: String) throws {
    try Pair.drop("trigger", in: story.path("s1.db"))
    try Pair.raw([sql], story.path("s1.db"))
  }

  private static let unsigned = "没有登记过的督查或教育局密钥的签名"

  @Test("a signed order that the school passes on is taken, and stays signed on its way back")
  func relayed() throws {
    try wantsSignatures()
    try relay(signer: inspector)
    #expect(try arrives() == (1, ""))
    try story.issue("县.db", Story.first, "下.db")
    let signatures = try YiceFile.open(story.path("下.db")).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM row_signature")
    }
    #expect(signatures == 1)
  }

  @Test(
    "without a signature it stays out and is told, from the day that the bureau sets; before, all is as it was"
  )
  func unsigned() throws {
    try wantsSignatures(from: "9999-01-01")
    try relay(signer: nil)
    #expect(try arrives() == (1, ""))
    let later = try RowSignatureTests()
    try later.wantsSignatures()
    try later.relay(signer: nil)
    let outcome = try later.arrives()
    #expect(outcome.rows == 0 && outcome.told.contains(RowSignatureTests.unsigned), "\(outcome)")
    // The inspector's own file brings it no more than the school's does; signed, it does.
    try later.relay(signer: later.inspector)
    #expect(try later.arrives().rows == 1)
  }

  @Test(
    "content, row, revision or key that are not what was signed: left out",
    arguments: [
      "UPDATE rectification SET note = '改过' WHERE id = 'o1'",
      "UPDATE row_signature SET rev = rev + 1",
      "UPDATE row_signature SET row_key = replace(row_key, 'o1', 'o2')",
      "UPDATE row_signature SET signed_at = '2020-01-01T00:00:00.000Z'",
      "UPDATE row_signature SET key_id = '00'",
      "UPDATE row_signature SET table_name = 'verdict'",
      """
      INSERT INTO revision SELECT 77, org_code, at, 'inspection', author, tool, action, note FROM revision LIMIT 1;
      INSERT INTO revision_area VALUES (77, '2199000001', 'shared', 0);
      UPDATE rectification SET rev = 77 WHERE id = 'o1'
      """,
    ])
  func forged(sql: String) throws {
    try wantsSignatures()
    try relay(signer: inspector)
    try forge(sql)
    let outcome = try arrives()
    #expect(outcome.rows == 0 && outcome.told.contains(RowSignatureTests.unsigned), "\(outcome)")
  }

  @Test("a key that is not registered signs for nobody; once it is, the same file brings its rows")
  func unknownKey() throws {
    try wantsSignatures(trusting: false)
    try relay(signer: inspector)
    #expect(try arrives().rows == 0)
    try wantsSignatures()
    #expect(try arrives().rows == 1)
  }

  @Test("a struck key signs for nobody")
  func struckKey() throws {
    try wantsSignatures()
    try relay(signer: inspector)
    _ = try story.open("县.db").write("key strike", author: .tester) { writer in
      let key = try #require(try KeyRegister(writer.db).keys[inspector.publicKey.id])
      try writer.strike(key, on: "2022-02-01", reason: nil)
    }
    #expect(try arrives().rows == 0)
  }

  /// SQL that puts the row beside itself as a version that waits, word for word but for a space.
  private static let decoy = """
    INSERT INTO sibling SELECT 'rectification', json_array(org_code, id), rev, org_code,
      ' ' || \(CatalogTable.rectification.rowJSON()) FROM rectification WHERE id = 'o1';
    """

  @Test("what was signed stands beside what was made of it: left out")
  func decoyed() throws {
    try wantsSignatures()
    try relay(signer: inspector)
    try forge(RowSignatureTests.decoy + "UPDATE rectification SET note = '改过' WHERE id = 'o1'")
    let outcome = try arrives()
    #expect(outcome.rows == 0 && outcome.told.contains(RowSignatureTests.unsigned), "\(outcome)")
  }

  @Test("a school's change is judged by what its row says, whatever stands beside it")
  func decoyedRights() throws {
    try relay(signer: nil)
    #expect(try arrives().rows == 1)
    try story.answer("s1.db", "买书")
    try forge(RowSignatureTests.decoy + "UPDATE rectification SET problem = '没有问题' WHERE id = 'o1'")
    _ = try story.merge("县.db", "s1.db")
    #expect(try story.orders("县.db").allSatisfy { !$0.contains("没有问题") })
  }

  @Test("what a school put into its file in an inspector's name is not signed by the inspector")
  func planted() throws {
    let story = try Story()
    try Pair.drop("trigger", in: story.path("s1.db"))
    try Pair.raw(
      [
        """
        INSERT INTO revision VALUES (77, '\(Story.first)', '2099-01-01T00:00:00.000Z', 'inspection', '督查', 'yice', 'set', NULL);
        INSERT INTO revision_area VALUES (77, '\(Story.first)', 'shared', 0);
        INSERT INTO rectification (org_code, id, source, problem, state, rev)
          VALUES ('\(Story.first)', 'o9', '县检', '假的', '已销号', 77)
        """
      ], story.path("s1.db"))
    try story.inspect("s1.db", "督查.db")
    try story.order("督查.db", "缺图书")
    try Pack.pack(
      try story.open("督查.db"), to: story.path("寄.db"), replacing: true,
      signer: Signer(inspector, fileName: "寄.db"))
    let signed = try YiceFile.open(story.path("寄.db")).read {
      try String.fetchAll($0, sql: "SELECT row_key FROM row_signature")
    }
    #expect(signed == ["[\"\(Story.first)\",\"o1\"]"])
  }

  private static let signatures = "row_signature WHERE table_name = 'rectification'"

  @Test("a signature that nobody made is not taken, and what stands in the true one's place makes way")
  func blocked() throws {
    try wantsSignatures()
    try Pack.pack(
      try story.open("督查.db"), to: story.path("寄.db"), replacing: true,
      signer: Signer(inspector, fileName: "寄.db"))
    // The same file with another signature under the same key, and others under keys that nobody has.
    try story.copy("寄.db", "假.db")
    try Pair.drop("trigger", in: story.path("假.db"))
    try Pair.raw(
      [
        """
        UPDATE row_signature SET signature = x'00';
        DELETE FROM seal; DELETE FROM seal_signature;
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
        INSERT INTO row_signature SELECT s.rev, s.table_name, s.row_key, 'k' || i, s.signed_at, s.signature
          FROM row_signature AS s, n
        """
      ], story.path("假.db"))
    try Pair.raw([], story.path("假.db"))
    #expect(try story.merge("s1.db", "假.db").first?.status == .merged)
    #expect(try story.count("s1.db", RowSignatureTests.signatures) == 0)
    // Nor where the key is known.
    try story.copy("县.db", "县2.db")
    try story.merge("县2.db", "假.db")
    #expect(try story.count("县2.db", RowSignatureTests.signatures) == 0)
    try story.copy("s1.db", "旧.db")
    try story.merge("s1.db", "寄.db")
    #expect(try arrives() == (1, ""))
    // A file that holds a forged one from before.
    try Pair.drop("trigger", in: story.path("旧.db"))
    try Pair.raw(
      [
        """
        ATTACH '\(story.path("寄.db"))' AS p;
        INSERT INTO row_signature SELECT rev, table_name, row_key, key_id, signed_at, x'00' FROM p.row_signature
        """
      ], story.path("旧.db"))
    try story.merge("旧.db", "寄.db")
    #expect(
      try story.count("旧.db", RowSignatureTests.signatures + " AND length(signature) = 64") == 1)
  }

  @Test("a signature that stands there already, another's, keeps nobody from signing")
  func signedBefore() throws {
    try wantsSignatures()
    try Pair.raw(
      [
        """
        INSERT INTO row_signature SELECT rev, 'rectification', json_array(org_code, id), 'k1', 'm', x'00'
        FROM rectification
        """
      ], story.path("督查.db"))
    try relay(signer: inspector)
    #expect(try arrives() == (1, ""))
  }

  /// What the bureau registered and ruled, as the school hears of it.
  private func tellSchool(_ name: String = "下.db") throws {
    try story.issue("县.db", Story.first, name)
    try story.merge("s1.db", name)
  }

  @Test("a school judges what an inspector's file brings as the bureau does, once it knows of the rule")
  func judgedBySchool() throws {
    try tellSchool("早.db")
    try wantsSignatures()
    try tellSchool()
    // An older extract that comes late takes nothing back.
    try story.merge("s1.db", "早.db")
    let unsigned = try #require(try story.merge("s1.db", "督查.db").first)
    #expect(unsigned.findings.map(\.message).joined().contains(RowSignatureTests.unsigned), "\(unsigned)")
    #expect(try story.orders("s1.db") == [])
    try relay(signer: try PrivateKey(holderCode: Story.county, role: .inspection, algorithm: .ed25519))
    #expect(try story.orders("s1.db") == [])
    try relay(signer: inspector)
    #expect(try story.orders("s1.db") == ["缺图书，，待整改"])
  }

  @Test("the bureau takes its rule back, and the school hears of that too")
  func ruleTakenBack() throws {
    try wantsSignatures()
    try tellSchool()
    try wantsSignatures(from: nil, trusting: false)
    try tellSchool("新.db")
    try story.merge("s1.db", "督查.db")
    #expect(try story.orders("s1.db") == ["缺图书，，待整改"])
  }
}
