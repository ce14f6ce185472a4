import GRDB
import Testing
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// Units that stand neither in the heading nor behind 单位： in the title.
@Suite struct UnitsBesideTests {
  @Test(
    "in brackets behind the title, or in a line below the headings",
    arguments: [
      "固定资产明细表（万元）,,,\n资产编号,资产名称,数量,金额\nA1,电脑,40,16\n", "资产编号,资产名称,数量,金额\n,,台/件,万元\nA1,电脑,40,16\n",
      "资产编号,资产名称,数量,金额\n,,（台）,（万元）\nA1,电脑,40,16\n",
    ])
  func converted(_ sheet: String) throws {
    let desk = try Desk()
    let outcome = try desk.take(sheet, into: .equipment)
    #expect(outcome.errors == 0 && outcome.new == 1, "\(outcome.texts)")
    #expect(try desk.value("SELECT value FROM equipment") == 160_000)
  }

  @Test(
    "below the table, when its rows were read without it, or of a kind that is not converted: nothing is imported",
    arguments: [
      ("资产编号,资产名称,数量,金额\nA1,电脑,40,16\n注：金额单位为万元,,,\n", CatalogTable.equipment),
      ("场地名称,场地类别,面积\n田径场,运动场地,8\n备注：面积单位为亩,,\n", .ground),
      ("运动场地一览表（亩）,,\n场地名称,场地类别,面积\n田径场,运动场地,8\n", .ground),
    ])
  func heldUp(_ sheet: String, _ table: CatalogTable) throws {
    let desk = try Desk()
    let outcome = try desk.take(sheet, into: table, strict: false)
    #expect(outcome.isHeldUp, "\(outcome.texts)")
    #expect(try desk.value("SELECT count(*) FROM \(table.name)") == 0)
  }

  @Test(
    "a remark about units that the heading has already changes nothing",
    arguments: ["注：金额单位为万元", "备注：以上单位均为台"])
  func said(_ remark: String) throws {
    let desk = try Desk()
    let outcome = try desk.take("资产编号,资产名称,数量,金额(万元)\nA1,电脑,40,16\n\(remark),,,\n", into: .equipment)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    #expect(try desk.value("SELECT value FROM equipment") == 160_000)
  }

  @Test("below a form it holds up what has no unit of its own, and nothing else")
  func forms() throws {
    let desk = try Desk()
    let remark = "注：金额单位为万元,,\n"
    let own = try desk.take(
      "项目,单位,数量\n教学仪器设备值,元,180000\n图书册数,,300\n\(remark)", into: .statement, strict: false)
    #expect(own.new == 2 && own.errors == 0, "\(own.texts)")
    #expect(try desk.take("项目,数量\n教学仪器设备值,18万元\n图书册数,300\n\(remark)", into: .statement).errors == 0)
    let bare = try desk.take("项目,数量\n教学仪器设备值,18\n图书册数,300\n\(remark)", into: .statement, strict: false)
    #expect(bare.isHeldUp && bare.codes.contains("unit-below"), "\(bare.texts)")
  }
}
