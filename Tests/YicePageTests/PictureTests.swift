import Testing
import YiceTestSupport

@Suite("the picture of README")
struct PictureTests {
  @Test("it shows the page as it is now: after a change of its looks, make pictures")
  func isFresh() throws {
    let result = try run(Repository.root + "/scripts/pictures", ["--check"], in: Workdir())
    #expect(result.status == 0, "\(result.err)")
  }
}
