import Foundation
import GRDB
import Testing
import YiceStore
import YiceTestSupport

@testable import YicePage

@Suite("commands in the words of the page")
struct PlaceWordsTests {
  @Test(
    "a command and what would be typed after it become the place",
    arguments: [
      ("用 yice conflicts 县.db 查看，用 yice resolve 县.db 编号 --take 1 决定。", "用“冲突”查看，用“冲突”决定。"),
      ("请改回原来的状态（yice log 可以看到谁改的）", "请改回原来的状态（“历史”可以看到谁改的）"),
      ("（yice list 文件 学校机构 查看）。", "（“表”查看）。"),
      ("<p>见 yice check 县.db</p><p>完</p>", "<p>见“检查”</p><p>完</p>"),
      ("<td>yice log a.db&nbsp;</td>", "<td>“历史”&nbsp;</td>"), ("yice undo <b>a</b>", "“撤销”<b>a</b>"),
      ("缺什么见 yice assess", "缺什么见“指标”"), ("用 yice evidence materials 查看。", "用“台账 → 档案目录”查看。"),
      ("请再运行一次 yice open，", "请再运行一次 yice open，"), ("名册里写着 yice", "名册里写着 yice"), ("", ""),
    ])
  func said(_ words: String, _ place: String) {
    #expect(PlaceWords.of(words).replacing(" “", with: "“") == place.replacing(" “", with: "“"))
  }

  /// What nobody does in the page; whoever is told these has a terminal.
  private static let commands: Set = [
    "open", "upgrade", "new", "doctor", "start", "inspect", "evidence limits", "evidence clean", "key",
    "key require", "key trust",
  ]

  @Test("whatever the rooms below say, no command is left that the page has a place for")
  func whole() throws {
    var seen = 0
    for room in [
      "YiceStore", "YiceIndicators", "YiceImport", "YiceLedgers", "YiceMerge", "YiceReport", "YiceStandards",
    ] {
      let folder = Repository.root + "/Sources/" + room
      let paths = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
      for path in paths.sorted() where path.hasSuffix(".swift") || path.hasSuffix(".sql") {
        for line in try String(contentsOfFile: folder + "/" + path, encoding: .utf8).split(separator: "\n") {
          guard line.contains("yice "), line.contains("\"") || line.hasPrefix("-- text:"),
            !line.contains("///"), !line.contains(" // ")
          else { continue }
          seen += 1
          for left in PlaceWords.of(String(line)).matches(of: /yice ([a-z]+)( [a-z]+)?/) {
            let (verb, more) = (String(left.output.1), String(left.output.2 ?? ""))
            #expect(
              Self.commands.contains(verb) || Self.commands.contains(verb + more), "\(room)/\(path): \(line)")
          }
        }
      }
    }
    #expect(seen > 40)
  }

  @Test("check and refusals say places")
  func shown() throws {
    let served = try ServedFile()
    try served.file.withConnection { db in
      try db.execute(
        sql:
          "INSERT INTO rectification_progress (org_code, id, rectification_id, reported_on, progress) VALUES ('2133000001', 'p', '无', '2022-10-01', '进')"
      )
    }
    let check = try served.get("/check").body
    #expect(check.contains("历史") && !check.contains("yice log"))
    let refused = try served.get("/table/nothing").body
    #expect(refused.contains("“表”") && !refused.contains("yice tables"))
  }
}
