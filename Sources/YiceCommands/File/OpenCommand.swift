internal import ArgumentParser
internal import YiceFiles
internal import YiceMerge
internal import YicePage
internal import YiceSign
internal import YiceStore

#if canImport(Glibc)
  internal import Glibc
#endif

/// The file in the browser.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "在浏览器里打开文件：看、改、导入、撤销、打包，不用记命令。",
    discussion: """
      例：yice open 一小.db
      只在本机（127.0.0.1）打开，不联网；地址里的口令只能用一次。
      用 Ctrl+C 结束；最后一个页面关掉十分钟后也会自己结束。
      """, aliases: ["打开"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Flag(name: .customLong("no-browser"), help: "不打开浏览器，只给出地址。")
  var noBrowser = false

  @Option(help: ArgumentHelp("用这个端口；不写则用一个空闲的。", valueName: "端口"))
  var port: Int = 0

  @OptionGroup var author: AuthorOptions

  func validate() throws {
    if !(0...65535).contains(port) { throw ValidationError("端口应是 1 到 65535 的数。") }
  }

  func run() throws {
    guard !MailOpener.isEncrypted(file) else { throw SignError.encrypted(fileName(of: file)) }
    // What cannot be opened is told here, not in the browser.
    _ = try YiceFile.open(file)
    try LocalPage.serve(
      file, author: author.value, port: port, opensBrowser: !noBrowser && hasDesktop,
      said: { address in
        Output.print(address + "\n")
        Output.say("在浏览器里打开上面的地址；用 Ctrl+C 结束。")
      })
    Output.say("已结束。")
  }

  private var hasDesktop: Bool { getenv("DISPLAY") != nil || getenv("WAYLAND_DISPLAY") != nil }
}
