internal import Glibc
internal import YiceFormats
internal import YiceStore

/// The system, the program's parts, and what stands beside it.
enum MachineItems {
  static var all: [Checkup.Item] {
    [
      Checkup.Item("program", "程序", Tool.about.joined(separator: "，")),
      system, locale, encodings, fonts, browser,
    ]
  }

  private static var system: Checkup.Item {
    var machine = utsname()
    let isKnown = uname(&machine) == 0
    let processor = isKnown ? text(of: &machine.machine) : "处理器不明"
    let kernel = isKnown ? text(of: &machine.release) : "内核不明"
    return Checkup.Item(
      "system", "系统", "\(SystemRelease.name ?? "系统不明")，\(processor)，内核 \(kernel)，\(library ?? "C 库不明")")
  }

  private static func text<T>(of field: inout T) -> String {
    withUnsafeBytes(of: &field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  /// Such as "glibc 2.28".
  private static var library: String? {
    var name = [CChar](repeating: 0, count: 64)
    guard confstr(Int32(_CS_GNU_LIBC_VERSION), &name, name.count) > 0 else { return nil }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Output is UTF-8 whatever the locale says, and a terminal set to something else shows other letters.
  private static var locale: Checkup.Item {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { variable($0) }.first { !$0.isEmpty }
    guard let named else {
      return Checkup.Item(
        "locale", "语言", "没有设置", .remark, advice: "中文显示不对时，在终端运行 export LANG=zh_CN.UTF-8 再试。")
    }
    let isUnicode = ["utf-8", "utf8"].contains { named.lowercased().hasSuffix($0) }
    return isUnicode
      ? Checkup.Item("locale", "语言", named)
      : Checkup.Item(
        "locale", "语言", named, .remark, advice: "终端的编码应为 UTF-8：在终端运行 export LANG=zh_CN.UTF-8 再试。")
  }

  /// The C library keeps its tables in files of their own, which a small system may lack.
  private static var encodings: Checkup.Item {
    TextEncoding.gb18030.isAvailable
      ? Checkup.Item("encoding", "编码", "UTF-8、GB18030")
      : Checkup.Item(
        "encoding", "编码", "没有 GB18030 的码表，读不了这种编码的 CSV", .broken,
        advice: "请管理员安装 glibc 的编码表（软件包名如 libc-gconv-modules-extra、glibc-gconv-extra）。")
  }

  private static var fonts: Checkup.Item {
    guard commandPath("fc-list") != nil else {
      return Checkup.Item("fonts", "字体", "没有 fc-list，看不出装了哪些字体", .remark)
    }
    let families = lines(of: "fc-list :lang=zh-cn family 2>/dev/null | sort -u")
    return families.isEmpty
      ? Checkup.Item(
        "fonts", "字体", "没有中文字体", .remark, advice: "网页报告会显示成方块：请管理员安装中文字体，如 fonts-noto-cjk。")
      : Checkup.Item("fonts", "字体", "中文字体 \(families.count) 种，如 \(families[0])")
  }

  private static let browsers = [
    "xdg-open", "browser", "google-chrome", "chromium", "firefox", "firefox-esr", "qaxbrowser-safe-stable",
  ]

  private static var browser: Checkup.Item {
    guard let found = browsers.first(where: { commandPath($0) != nil }) else {
      return Checkup.Item(
        "browser", "浏览器", "没有找到", .remark, advice: "报告（.html）可以复制到有浏览器的电脑上打开。")
    }
    return Checkup.Item("browser", "浏览器", found)
  }
}

/// What the system calls itself, as /etc/os-release says.
enum SystemRelease {
  static var name: String? {
    guard let file = fopen("/etc/os-release", "r") else { return nil }
    defer { fclose(file) }
    return read(file).first { $0.hasPrefix("PRETTY_NAME=") }.map {
      String($0.dropFirst("PRETTY_NAME=".count).filter { $0 != "\"" })
    }
  }
}

private func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

private func commandPath(_ name: String) -> String? {
  (variable("PATH") ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/\(name)" }.first {
    access($0, X_OK) == 0
  }
}

private func lines(of command: String) -> [String] {
  guard let pipe = popen(command, "r") else { return [] }
  defer { pclose(pipe) }
  return read(pipe)
}

private func read(_ file: UnsafeMutablePointer<FILE>) -> [String] {
  var bytes: [UInt8] = []
  while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}
