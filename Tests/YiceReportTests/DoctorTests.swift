import Foundation
import Testing
import YiceFormats

@testable import YiceReport

@Suite("doctor says what someone who helps asks")
struct DoctorTests {
  private struct NoDisk: Error, CustomStringConvertible { let description = "磁盘满了" }

  @Test("the self-test goes from sheet to figure and leaves nothing behind")
  func selfTest() throws {
    let item = SelfTest.item
    #expect(item.state == .fine, "\(item.found)")
  }

  @Test("a wrong figure, none, and an error are told as broken")
  func brokenSelfTest() {
    #expect(SelfTest.item { 6 }.state == .fine)
    for item in [SelfTest.item { 5.99 }, SelfTest.item { nil }, SelfTest.item { throw NoDisk() }] {
      #expect(item.state == .broken)
      #expect(item.advice == "请把这一页发给提供程序的人。")
    }
    #expect(SelfTest.item { throw NoDisk() }.found == "没有走完：磁盘满了")
  }

  @Test("a file is no folder")
  func file() {
    #expect(FolderItems.all("/etc/passwd", called: "工作文件夹", name: "folder")[0].state == .broken)
  }

  @Test("a folder that is not there and a full disk are told with the way out")
  func folders() {
    let missing = FolderItems.all("/nonexistent/folder", called: "工作文件夹", name: "folder")
    #expect(missing.map(\.state) == [.broken, .remark])
    #expect(missing[0].found == "/nonexistent/folder：没有这个文件或文件夹")
    #expect(FolderItems.space(free: 199_999_999, "空间", "free").state == .broken)
    #expect(FolderItems.space(free: 200_000_000, "空间", "free").state == .fine)
  }

  @Test("a remark leaves the computer fit, a broken item does not; each is printed with its advice")
  func verdict() throws {
    let remark = Checkup.Item("fonts", "字体", "没有中文字体", .remark, advice: "请安装。")
    let broken = Checkup.Item("folder", "工作文件夹", "没有权限", .broken, advice: "请换一个。")
    #expect(Checkup([remark]).isWell)
    #expect(
      Checkup([remark]).text == """
        字体  【注意】没有中文字体
              → 请安装。

        这台电脑可以用一册。

        """)
    #expect(!Checkup([remark, broken]).isWell)
    #expect(Checkup([remark, broken]).text.hasSuffix("有问题的各项解决以后再运行一次 yice doctor。\n"))
    #expect(Checkup([broken]).json.rendered(pretty: false).contains(#""state":"broken""#))
  }

  @Test("every question is asked once")
  func items() {
    let names = Checkup(folder: ".").items.map(\.name)
    #expect(
      names == [
        "program", "system", "locale", "encoding", "fonts", "browser", "folder", "folder_free",
        "temporary_folder",
        "temporary_folder_free", "self_test",
      ])
  }
}
