/// 学校(机构)标识码 (10 digits) or 县级行政区划代码 (6 digits); text, with no published check digit.
package enum OrgCode {
  /// Whether the text has the form of a code that a row may carry.
  package static func isValid(_ code: String) -> Bool { isSchool(code) || isCounty(code) }

  package static func isSchool(_ code: String) -> Bool { code.utf8.count == 10 && isDigits(code) }

  package static func isCounty(_ code: String) -> Bool { code.utf8.count == 6 && isDigits(code) }

  private static func isDigits(_ code: String) -> Bool {
    code.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
