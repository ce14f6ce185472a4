import Testing
import YiceServer

@testable import YicePage

@Suite("who may come in")
struct GateTests {
  @Test("placeholder") func placeholder() {}
}
