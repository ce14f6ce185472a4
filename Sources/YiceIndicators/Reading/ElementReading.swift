package import YiceModel

/// How one 数据项 is read from its register: which rows count, and what each of them adds. Decision 0104.
///
/// This is the only description. The SQL that adds the amounts up (SQL/20, SQL/40), the query and the words of an
/// explanation, 现状 of the ledgers and the rows that count nowhere are all made from it.
package struct ElementReading: Sendable {
  package let element: Element
  /// Table of the register: where a school keeps it and it tells the 数据项, it counts and the statement does not.
  package let register: String
  package let amount: Amount
  /// All must hold of a row. Words are the profile's (`RegisterRule`), by the name of their list.
  package let conditions: [ReadingCondition]
  /// Indicator whose relaxation (放宽认定) must be in force for the school, e.g. R3; nil: counts always.
  package let relaxation: String?
  /// Whether only a row of its kind makes the register tell it: a list of instruments without one line of books says
  /// nothing of books.
  package let needsRows: Bool

  package enum Amount: Sendable, Equatable {
    /// Each row is one.
    case rows
    /// The column, in the element's unit; an empty one is 0.
    case column(String)
  }

  /// nil where there is no 数据项 of that name.
  init?(
    _ name: String, _ register: String, _ amount: Amount = .rows, _ conditions: [ReadingCondition] = [],
    relaxation: String? = nil, needsRows: Bool = false
  ) {
    guard let element = Element.named(name) else { return nil }
    self.element = element
    self.register = register
    self.amount = amount
    self.conditions = conditions
    self.relaxation = relaxation
    self.needsRows = needsRows
  }
}

/// What a register's row must have to count.
package enum ReadingCondition: Sendable, Equatable {
  case yes(String)
  /// 否 or empty.
  case notYes(String)
  case filled(String)
  /// One of these words, or 是 in the other column.
  case amongOrYes(String, [String], or: String)
  /// A word of one of the profile's lists.
  case listed(String, in: [String])
  /// A word of the list of the row's own 学段.
  case listedForStage(String, in: String)
  /// 是; where it is empty, the other column's word decides.
  case yesOrListed(String, otherwise: String, in: String)

  /// The column that decides.
  package var column: String {
    switch self {
    case .yes(let column), .notYes(let column), .filled(let column),
      .amongOrYes(let column, _, _),
      .listed(let column, _), .listedForStage(let column, _), .yesOrListed(let column, _, _):
      column
    }
  }
}

// MARK: - Looking up

extension ElementReading {
  /// Registers that 数据项 are read from, in the order of the readings.
  package static let registers: [String] = {
    var seen: Set<String> = []
    return all.map(\.register).filter { seen.insert($0).inserted }
  }()

  /// nil where no register tells the element: it is only ever stated.
  package static func of(_ element: Element) -> ElementReading? { byName[element.name] }

  /// Readings of one register, the widest first.
  package static func of(register: String) -> [ElementReading] { all.filter { $0.register == register } }

  private static let byName = Dictionary(all.map { ($0.element.name, $0) }) { first, _ in first }
}
