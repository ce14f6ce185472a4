/// Units that people write, and the power of ten that takes them to the unit a column stores.
package enum Unit {
  /// Spellings of one unit, the stored one first.
  private static let spellings: [(stored: String, written: [String])] = [
    ("㎡", ["㎡", "m2", "m²", "平方米", "平米", "平方"]),
    ("米", ["米", "m"]),
    ("元", ["元", "圆", "人民币元", "¥"]),
    ("人", ["人", "名", "位"]),
    ("间", ["间"]), ("台", ["台", "套"]), ("册", ["册", "本"]), ("个", ["个", "班"]),
    ("学时", ["学时", "课时"]), ("字节", ["字节", "B"]), ("%", ["%", "％"]), ("万人", ["万人"]),
  ]

  private static let multiples: [(word: String, exponent: Int, of: String)] = [
    ("亿元", 8, "元"), ("万元", 4, "元"), ("千元", 3, "元"), ("百元", 2, "元"),
    ("万册", 4, "册"), ("万人", 4, "人"), ("万平方米", 4, "㎡"), ("万㎡", 4, "㎡"), ("公顷", 4, "㎡"),
  ]

  /// How a written unit relates to the stored one: the exponent of ten to multiply by; nil when it is another
  /// unit altogether.
  package static func exponent(from written: String, to stored: String) -> Int? {
    if written == stored { return 0 }
    if let group = spellings.first(where: { $0.stored == stored }), group.written.contains(written) {
      return 0
    }
    return multiples.first { $0.word == written && $0.of == stored }?.exponent
  }

  /// Units of areas that no power of ten takes to ㎡.
  package static func isArea(_ word: String) -> Bool { ["亩", "市亩"].contains(word) }

  /// Whether people write the stored unit in tens of thousands too, so that 单位:万 may mean it.
  package static func hasMultiples(_ stored: String) -> Bool { multiples.contains { $0.of == stored } }

  /// Whether the word is a unit at all.
  package static func isKnown(_ word: String) -> Bool {
    spellings.contains { $0.written.contains(word) } || multiples.contains { $0.word == word }
  }

  /// Whether a word behind a number only says what is counted (架, 年级, ㎡), so that a column without a unit may
  /// drop it. 万元 is none: dropping it would lose the ten thousand.
  package static func isMeasureWord(_ word: String) -> Bool {
    if spellings.contains(where: { $0.written.contains(word) }) { return true }
    guard word.count <= 2, let first = word.first, !"十百千万亿".contains(first) else { return false }
    return word.unicodeScalars.allSatisfy(\.properties.isIdeographic)
  }

  /// How a person may write the stored unit, for messages.
  package static func accepted(for stored: String) -> [String] {
    (spellings.first { $0.stored == stored }?.written ?? [stored])
      + multiples.filter { $0.of == stored }.map(\.word)
  }
}
