internal import YiceFormats

/// How the parts of a printed form look.
enum FormStyle {
  static let title = XLSXStyle().with {
    $0.typeface = .hei
    $0.size = 16
    $0.alignment = .center
    $0.wraps = true
  }
  static let line = XLSXStyle().with { $0.alignment = .left }
  static let lineRight = XLSXStyle().with { $0.alignment = .right }
  static let heading = XLSXStyle().with {
    $0.typeface = .hei
    $0.border = true
    $0.alignment = .center
    $0.wraps = true
    $0.fill = 0xF2F2F2
  }
  static let cell = XLSXStyle().with {
    $0.border = true
    $0.wraps = true
  }
  static let note = XLSXStyle().with {
    $0.size = 9
    $0.alignment = .left
    $0.wraps = true
  }
}
