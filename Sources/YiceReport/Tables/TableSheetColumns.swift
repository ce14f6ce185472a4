internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Which columns of a table stand on a sheet, and how they look.
struct TableSheetColumns {
  let columns: [CatalogColumn]

  /// - Parameters:
  ///   - template: an empty sheet leaves out what the program fills in by itself.
  ///   - wanted: these columns only; nil: all.
  init(_ table: CatalogTable, file: FileInfo, template: Bool, wanted: Set<String>?) {
    var omitted: Set<String> = []
    if template {
      if file.role.isOneSchool, table.name != CatalogTable.org.name { omitted.insert("org_code") }
      if table.hasRandomID { omitted.insert("id") }
      omitted.insert("pending")
    }
    columns = table.columns.filter {
      !omitted.contains($0.name) && wanted?.contains($0.name) != false
    }
  }

  static let heading = XLSXStyle().with {
    $0.typeface = .hei
    $0.fill = 0xDDEBF7
    $0.border = true
    $0.alignment = .center
    $0.wraps = true
  }

  static let requiredHeading = heading.with {
    $0.color = 0xC00000
    $0.fill = 0xFCE4D6
  }

  /// Codes and names are text, so that programs keep leading zeros.
  static func style(of column: CatalogColumn) -> XLSXStyle {
    XLSXStyle().with {
      switch column.type {
      case .date: $0.numberFormat = "yyyy-mm-dd"
      case .integer, .count, .decimal, .signedDecimal: $0.numberFormat = nil
      case .year:
        // At the right it would run into the text of the next column.
        $0.numberFormat = nil
        $0.alignment = .center
      default: $0.numberFormat = "@"
      }
    }
  }
}
