internal import YiceModel

/// Asks before something that touches many rows.
enum Confirmation {
  /// - Returns: whether the answer is yes; no answer is no.
  static func asks(_ question: String) -> Bool {
    Output.printToError(question)
    let answer = readLine(strippingNewline: true)?.lowercased() ?? ""
    return ["y", "yes", "是"].contains(answer)
  }

  /// - Throws: `CommandStatus` when the answer is no.
  static func require(_ question: String, yes: Bool) throws {
    if yes || asks("\(question) 输入 y 继续，其他键取消：") { return }
    Output.say("已取消，没有改动。（不想被询问时加 --yes）")
    throw CommandStatus(.failed)
  }
}
