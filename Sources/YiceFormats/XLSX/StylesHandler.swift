internal import Glibc

/// Reads styles.xml: which styles show dates.
final class StylesHandler: XMLHandler {
  /// By the number that a cell refers to.
  private(set) var styles: [CellStyle] = []
  private var formats: [Int: CellStyle] = [:]
  private var isInCellFormats = false

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if isWord(name, "numFmt") {
      guard formats.count < 10_000, let id = attributeText(attributes, "numFmtId").flatMap({ Int($0) }),
        let code = attributeText(attributes, "formatCode")
      else { return }
      formats[id] = CellStyle.custom(code)
    } else if isWord(name, "cellXfs") {
      isInCellFormats = true
    } else if isInCellFormats, isWord(name, "xf"), styles.count < 100_000 {
      let id = attributeText(attributes, "numFmtId").flatMap { Int($0) } ?? 0
      styles.append(formats[id] ?? CellStyle.builtIn(id))
    }
  }

  override func end(_ name: UnsafePointer<CChar>) {
    if isWord(name, "cellXfs") { isInCellFormats = false }
  }
}
