internal import CXLSXWriter

/// What a person may type into a cell.
package struct XLSXValidation: Sendable {
  package enum Rule: Sendable {
    case anything
    /// A drop-down list of the cells of a range, such as `=选项!$A$1:$A$5`.
    case list(range: String)
    case integer(ClosedRange<Int64>)
    case decimal(ClosedRange<Double>)
    /// Days from 1900 to 2100.
    case date
  }

  package var rule: Rule
  /// Shown while the cell is chosen; at most 32 characters.
  package var title: String
  /// At most 255 characters.
  package var prompt: String
  /// Shown when something else was typed; at most 255 characters.
  package var complaint: String
  /// Whether something else is refused, or the person may keep it.
  package var refuses: Bool

  package init(_ rule: Rule, title: String, prompt: String, complaint: String, refuses: Bool = true) {
    self.rule = rule
    self.title = title
    self.prompt = prompt
    self.complaint = complaint
    self.refuses = refuses
  }
}

extension XLSXSheetWriter {
  package func validate(rows: ClosedRange<Int>, column: Int, _ validation: XLSXValidation) {
    var texts = CStrings()
    var options = lxw_data_validation()
    let between = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    switch validation.rule {
    case .anything:
      options.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    case .list(let range):
      options.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      options.value_formula = texts.add(range)
    case .integer(let range):
      options.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      options.criteria = between
      options.minimum_number = Double(range.lowerBound)
      options.maximum_number = Double(range.upperBound)
    case .decimal(let range):
      options.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      options.criteria = between
      options.minimum_number = range.lowerBound
      options.maximum_number = range.upperBound
    case .date:
      options.validate = UInt8(LXW_VALIDATION_TYPE_DATE_NUMBER.rawValue)
      options.criteria = between
      options.minimum_number = 1
      options.maximum_number = 73_415
    }
    options.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    options.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    options.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    options.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    let severity =
      validation.refuses ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING
    options.error_type = UInt8(severity.rawValue)
    options.input_title = texts.add(String(validation.title.prefix(32)))
    options.input_message = texts.add(String(validation.prompt.prefix(255)))
    options.error_title = texts.add(String(validation.title.prefix(32)))
    options.error_message = texts.add(String(validation.complaint.prefix(255)))
    note(
      worksheet_data_validation_range(
        pointer, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound), UInt16(column), &options),
      row: rows.lowerBound)
    texts.free()
  }
}
