internal import CXLSXWriter
internal import YiceFiles

/// Writes an `.xlsx` workbook through libxlsxwriter, whole or not at all.
///
/// Text is always written as text: what begins with `=`, `+`, `-` or `@` never becomes a formula. Decision 0070.
package final class XLSXWorkbook {
  private let file: NewFile
  let name: String
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [XLSXStyle: XLSXFormat] = [:]
  private var sheets: [XLSXSheetWriter] = []

  /// Begins a workbook; nothing stands at `path` before ``close()``.
  ///
  /// - Parameter constantMemory: keeps one row in memory only. Rows, and the cells of a row, must then be written in
  ///   order, and merged cells reach over one row at most.
  /// - Throws: ``XLSXError``.
  package init(path: String, constantMemory: Bool = false) throws {
    name = fileName(of: path)
    // The library finds out at the end only that it cannot write.
    do { file = try NewFile(for: path, replacing: true) } catch let failure as FileFailure {
      throw XLSXError.cannotWrite(name: name, reason: failure.reason)
    }
    var options = lxw_workbook_options(
      constant_memory: constantMemory ? 1 : 0, tmpdir: nil, use_zip64: 0)
    book = workbook_new_opt(file.path, &options)
    guard book != nil else { throw XLSXError.cannotWrite(name: name, reason: "内存不足") }
  }

  deinit {
    guard let book else { return }
    // Closing is the only way to give the library's memory back.
    if sheets.isEmpty { workbook_add_worksheet(book, nil) }
    workbook_close(book)
  }

  /// Who made the workbook, for the file's properties.
  package func setTitle(_ title: String, creator: String) {
    var texts = CStrings()
    var properties = lxw_doc_properties()
    properties.title = texts.add(title)
    properties.author = texts.add(creator)
    workbook_set_properties(book, &properties)
    texts.free()
  }

  /// Adds a sheet.
  ///
  /// - Parameter wanted: its name; what a sheet's name may not hold is replaced, and a second of that name is numbered.
  /// - Throws: ``XLSXError``.
  package func addSheet(_ wanted: String) throws -> XLSXSheetWriter {
    let sheetName = XLSXSheetName.valid(wanted, taken: sheets.map(\.name))
    guard let book, let sheet = workbook_add_worksheet(book, sheetName) else {
      throw XLSXError.cannotWrite(name: name, reason: "工作表“\(sheetName)”建不了")
    }
    let added = XLSXSheetWriter(sheet, name: sheetName, in: self)
    sheets.append(added)
    return added
  }

  /// The format of a style; the same style gives the same format.
  package func format(_ style: XLSXStyle) -> XLSXFormat {
    if let known = formats[style] { return known }
    let format = XLSXFormat(workbook_add_format(book), style)
    formats[style] = format
    return format
  }

  /// Writes the file.
  ///
  /// - Throws: ``XLSXError``; the first cell that could not be written, else why the file could not.
  package func close() throws {
    guard let book else { return }
    if sheets.isEmpty { _ = try addSheet("Sheet1") }
    self.book = nil
    let code = workbook_close(book)
    if let failure = sheets.lazy.compactMap(\.failure).first {
      throw failure
    }
    guard code == LXW_NO_ERROR else {
      throw XLSXError.cannotWrite(name: name, reason: XLSXWorkbook.reason(code))
    }
    do { try file.publish() } catch let failure as FileFailure {
      throw XLSXError.cannotWrite(name: name, reason: failure.reason)
    }
  }

  /// Makes a chart, to be placed on a sheet.
  func chart(_ type: lxw_chart_type) -> UnsafeMutablePointer<lxw_chart>? {
    workbook_add_chart(book, UInt8(type.rawValue))
  }

  private static func reason(_ code: lxw_error) -> String {
    switch code {
    case LXW_ERROR_CREATING_TMPFILE: "临时文件夹写不进去"
    case LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE: "磁盘可能已满"
    case LXW_ERROR_MEMORY_MALLOC_FAILED: "内存不足"
    default: String(cString: lxw_strerror(code))
    }
  }
}

/// A style as one workbook knows it.
package struct XLSXFormat {
  let pointer: UnsafeMutablePointer<lxw_format>?

  init(_ pointer: UnsafeMutablePointer<lxw_format>?, _ style: XLSXStyle) {
    self.pointer = pointer
    format_set_font_name(pointer, style.typeface.rawValue)
    // The character set (GB2312) lets a machine without the typeface choose a Chinese one.
    format_set_font_charset(pointer, 134)
    format_set_font_size(pointer, style.size)
    if style.bold { format_set_bold(pointer) }
    if style.italic { format_set_italic(pointer) }
    if let color = style.color { format_set_font_color(pointer, color) }
    if let fill = style.fill {
      format_set_pattern(pointer, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(pointer, fill)
    }
    if style.border { format_set_border(pointer, UInt8(LXW_BORDER_THIN.rawValue)) }
    let horizontal: lxw_format_alignments =
      switch style.alignment {
      case .general: LXW_ALIGN_NONE
      case .left: LXW_ALIGN_LEFT
      case .center: LXW_ALIGN_CENTER
      case .right: LXW_ALIGN_RIGHT
      }
    format_set_align(pointer, UInt8(horizontal.rawValue))
    let vertical = style.atTop ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER
    format_set_align(pointer, UInt8(vertical.rawValue))
    if style.wraps { format_set_text_wrap(pointer) }
    if let number = style.numberFormat { format_set_num_format(pointer, number) }
  }
}
