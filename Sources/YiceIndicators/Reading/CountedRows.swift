package import YiceModel
package import YiceStandards

/// Which rows of a register an amount was added up from, so that a table can show those alone.
package struct CountedRows: Sendable {
  /// Name of the register's table.
  package let register: String
  /// Over the columns of the register; the program's own SQL, with the words of the standard as literals.
  package let condition: String

  /// - Parameter element: a 数据项, by name; nil comes of one that no register tells.
  package init?(_ element: String, of orgCode: String, year: Int, stage: Stage, _ profile: Profile) {
    guard let element = Element.named(element), let reading = ElementReading.of(element) else { return nil }
    register = reading.register
    condition = reading.condition(orgCode: orgCode, year: year, stage: stage, rule: profile.registers)
  }
}
