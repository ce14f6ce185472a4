/// A room as its row tells what it is for.
package struct RoomTold: Sendable {
  /// The text that tells; nil: neither 用途 nor name does.
  package let text: String?
  /// It is the 用途.
  package let isPurpose: Bool
  package let meaning: RoomMeaning
  private let isSpecial: Bool

  /// - Parameter category: 用房类别 of the row.
  package init(purpose: String?, name: String?, category: String?) {
    let (purpose, name) = (purpose ?? "", name ?? "")
    isPurpose = !purpose.isEmpty && (name.isEmpty || !RoomWords.meaning(purpose).isVague)
    text = isPurpose ? purpose : name.isEmpty ? nil : name
    meaning = text.map(RoomWords.meaning) ?? RoomMeaning()
    isSpecial = category == RoomWords.special
  }

  /// Whether the room is one of a list's; of a 专用教室 that says nothing nobody knows.
  package func answer(_ list: RoomList) -> RoomList.Answer {
    let answer = text.map { list.answer($0, meaning) } ?? .other
    guard answer == .other, isSpecial, list.isSpecial, meaning.isVoid else { return answer }
    return .doubtful
  }

  /// Nobody knows the use, and a figure or a ledger may wait for it: several share the room, or it is a 专用教室 of which
  /// nothing is understood.
  package var isDoubtful: Bool {
    isSpecial ? !meaning.isUnderstood && !meaning.isWeak : meaning.sharesArts
  }
}
