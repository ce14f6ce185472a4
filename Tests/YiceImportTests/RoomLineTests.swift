import GRDB
import Testing
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// Lines of rooms and things whose cells leave something open.
@Suite struct RoomLineTests {
  @Test(
    "an area that is too large for one of several rooms must say whose it is",
    arguments: [
      ("建筑面积", 720.0, false), ("总建筑面积", 720, true), ("单间建筑面积", 720, true), ("建筑面积", 60, true),
    ])
  func halls(_ heading: String, _ area: Double, _ isTaken: Bool) throws {
    let desk = try Desk()
    let sheet = "名称,类别,间数,\(heading)\n普通教室,教室,12,\(area)\n图书室,公共教学用房,1,290\n"
    let outcome = try desk.take(sheet, into: .room, strict: false)
    #expect(try desk.value("SELECT count(*) FROM room WHERE name = '普通教室'") == (isTaken ? 1 : 0))
    #expect(outcome.errors == (isTaken ? 0 : 1), "\(outcome.texts)")
    #expect(try desk.value("SELECT floor_area FROM room WHERE name = '图书室'") == 290.0)
  }

  @Test("where one line's area cannot be that of a room, no line of several rooms is taken")
  func hallsAmongOthers() throws {
    let desk = try Desk()
    let sheet = "名称,类别,间数,使用面积\n音乐教室,专用教室,2,192\n普通教室,教室,12,720\n"
    let outcome = try desk.take(sheet, into: .room, strict: false)
    #expect(outcome.isHeldUp && outcome.codes.contains("area-of-rooms-sheet"), "\(outcome.texts)")
    #expect(try desk.value("SELECT count(*) FROM room") == 0)
  }

  @Test(
    "a line that seems to be several rooms without 间数 is told",
    arguments: [
      ("音乐教室,\"101、102\"", true), ("音乐教室2间,101", true), ("美术教室（两间）,101", true), ("音乐教室,101", false),
      ("一间房,101", false), ("音乐教室,1-101", false),
    ])
  func several(_ line: String, _ isTold: Bool) throws {
    let outcome = try Desk().take("名称,房号,类别\n\(line),专用教室\n", into: .room)
    #expect(outcome.codes.contains("several-rooms") == isTold, "\(outcome.texts)")
  }

  @Test("the same number in another building is another room, in the same one it is the same")
  func buildings() throws {
    let desk = try Desk()
    let sheet = "楼栋,房号,名称,类别\n1号楼,101,教室,教室\n2号楼,101,教室,教室\n"
    let outcome = try desk.take(sheet, into: .room)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    #expect(try desk.values("SELECT room_no FROM room ORDER BY 1") == ["101", "2号楼-101"])
    #expect(try desk.take(sheet, into: .room).counts == [0, 0, 2])
    // In another order they change their numbers, which is told.
    let turned = try desk.take("楼栋,房号,名称,类别\n2号楼,101,教室,教室\n1号楼,101,教室,教室\n", into: .room)
    #expect(turned.codes.contains("same-names"), "\(turned.texts)")
    let same = try Desk().take("楼栋,房号,名称,类别\n1号楼,101,教室,教室\n1号楼,101,教室,教室\n", into: .room)
    #expect(same.codes.contains("duplicate-key"))
  }

  @Test("教学及辅助用房 is several kinds: the name says which")
  func coarseKind() throws {
    let desk = try Desk()
    let outcome = try desk.take("房号,名称,用房类别\n1,普通教室,教学及辅助用房\n2,音乐教室,教学及辅助用房\n3,图书阅览室,教学用房\n", into: .room)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    #expect(try desk.values("SELECT category FROM room ORDER BY room_no") == ["教室", "专用教室", "公共教学用房"])
  }

  @Test("what a line costs follows from 数量 and 单价, where it is not written")
  func prices() throws {
    let desk = try Desk()
    _ = try desk.take("名称,类别,数量,单价\n电脑,计算机,10,4000.5\n投影,教学仪器设备,,5000\n", into: .equipment)
    #expect(try desk.values("SELECT ifnull(value, -1) FROM equipment ORDER BY value") == [-1, 40_005.0])
    _ = try desk.take("名称,类别,数量,单价,金额\n钢琴,教学仪器设备,2,100,150\n", into: .equipment)
    #expect(try desk.value("SELECT value FROM equipment WHERE name = '钢琴'") == 150.0)
    // What the file knows stays where the sheet tells neither; a new price makes a new amount.
    let later = try desk.take(
      "名称,类别,数量,单价\n钢琴,教学仪器设备,2,\n电脑,计算机,10,5000\n", into: .equipment)
    #expect(later.errors == 0, "\(later.texts)")
    #expect(try desk.values("SELECT ifnull(value, -1) FROM equipment ORDER BY value") == [-1, 150, 50_000.0])
  }
}
