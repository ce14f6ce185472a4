internal import YiceModel

/// Asks before something that touches many rows.
enum Confirmation {
  /// - Throws: `CommandStatus` when the answer is no.
  static func require(_ question: String, yes: Bool) throws {
    if yes { return }
    Output.printToError("\(question) 输入 y 继续，其他键取消：")
    let answer = readLine(strippingNewline: true)?.lowercased() ?? ""
    if ["y", "yes", "是"].contains(answer) { return }
    Output.say("已取消，没有改动。（不想被询问时加 --yes）")
    throw CommandStatus(.failed)
  }
}
