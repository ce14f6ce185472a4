/// 状态 of 建设项目 as ledgers and plans read it.
package enum ProjectState {
  /// Nothing is left to build.
  package static let finished = ["完工", "投入使用"]
}
