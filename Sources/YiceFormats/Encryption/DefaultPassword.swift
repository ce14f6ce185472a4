/// The password that Excel and WPS try by themselves: a workbook that is only protected against changes is encrypted with
/// it, and its owner never typed one.
enum DefaultPassword {
  static let text = "VelvetSweatshop"

  /// As the ciphers hash it.
  static let utf16: [UInt8] = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
}
