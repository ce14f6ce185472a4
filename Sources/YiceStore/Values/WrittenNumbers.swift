/// The numbers in a text, in Arabic digits or Chinese ones: 三年级十二班 has 3 and 12, 三二班 has 3 and 2, 三零二班 has 302.
package struct WrittenNumbers {
  package private(set) var values: [Int] = []

  private static let digits: [Character: Int] = [
    "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  /// More than any number that is meant: what a run of digits says that is no number.
  private static let none = 10_000

  package init(_ text: some Sequence<Character>) {
    var arabic: Int?
    var chinese: [Character] = []
    for character in text {
      if character.isASCII, let digit = character.wholeNumberValue {
        close(&chinese)
        arabic = min((arabic ?? 0) * 10 + digit, WrittenNumbers.none)
        continue
      }
      if let number = arabic { values.append(number) }
      arabic = nil
      // ⑥
      if let circled = WrittenNumbers.circled(character) {
        close(&chinese)
        values.append(circled)
        continue
      }
      if WrittenNumbers.digits[character] != nil || character == "十" {
        chinese.append(character)
      } else {
        close(&chinese)
      }
    }
    if let number = arabic { values.append(number) }
    close(&chinese)
  }

  private static func circled(_ character: Character) -> Int? {
    guard let scalar = character.unicodeScalars.first?.value, (0x2460...0x2473).contains(scalar) else {
      return nil
    }
    return Int(scalar) - 0x245F
  }

  /// What one character says; 十 is no digit.
  package static func digit(_ character: Character) -> Int? {
    digits[character] ?? (character.isASCII ? character.wholeNumberValue : nil)
  }

  /// Whether a number may hold the character.
  package static func isPart(_ character: Character) -> Bool { digit(character) != nil || character == "十" }

  /// Ends a run of Chinese digits: up to 99 with 十; without it the one digit, two numbers (三二), or digits one by one
  /// (三零二, 二〇二〇).
  private mutating func close(_ run: inout [Character]) {
    guard !run.isEmpty else { return }
    defer { run = [] }
    if let ten = run.firstIndex(of: "十") {
      let tens = run[..<ten].compactMap(WrittenNumbers.digit)
      let units = run[(ten + 1)...].compactMap(WrittenNumbers.digit)
      let isNumber =
        ten <= 1 && tens != [0] && units != [0] && units.count <= 1 && run.count == ten + 1 + units.count
      values.append(isNumber ? (tens.first ?? 1) * 10 + (units.first ?? 0) : WrittenNumbers.none)
      return
    }
    let digits = run.compactMap(WrittenNumbers.digit)
    if digits.count == 2, !digits.contains(0) {
      values += digits
    } else {
      values.append(digits.count <= 4 ? digits.reduce(0) { $0 * 10 + $1 } : WrittenNumbers.none)
    }
  }
}
