internal import YiceFiles
internal import YiceFormats

/// What a person who helps by telephone asks about a computer, with what to do where something is amiss.
package struct Checkup: Report {
  /// One question and its answer.
  struct Item {
    enum State: String {
      case fine = "正常"
      /// Something that not everybody needs is missing.
      case remark = "注意"
      case broken = "有问题"
    }

    let name: String
    let label: String
    let state: State
    let found: String
    /// What to do; empty where nothing is to be done.
    let advice: String

    init(_ name: String, _ label: String, _ found: String, _ state: State = .fine, advice: String = "") {
      self.name = name
      self.label = label
      self.state = state
      self.found = found
      self.advice = advice
    }
  }

  let items: [Item]

  /// - Parameter folder: where the files are kept.
  package init(folder: String) {
    items =
      MachineItems.all + FolderItems.all(folder, called: "工作文件夹", name: "folder")
      + FolderItems.all(temporaryFolder, called: "临时文件夹", name: "temporary_folder") + [SelfTest.item]
  }

  init(_ items: [Item]) { self.items = items }

  /// Nothing is broken; remarks do not count.
  package var isWell: Bool { !items.contains { $0.state == .broken } }

  package var listing: Listing {
    Listing(
      columns: [
        Listing.Column("item", "项目"), Listing.Column("state", "情况"), Listing.Column("found", "内容"),
        Listing.Column("advice", "怎么办"),
      ],
      rows: items.map {
        [
          .word($0.name, shown: $0.label), .word("\($0.state)", shown: $0.state.rawValue), .text($0.found),
          .text($0.advice.isEmpty ? nil : $0.advice),
        ]
      })
  }

  /// A line an item; advice on a line of its own, so that it can be read out.
  package var text: String {
    let width = items.map { displayWidth($0.label) }.max() ?? 0
    let lines = items.map { item in
      let gap = String(repeating: " ", count: width - displayWidth(item.label) + 2)
      let mark = item.state == .fine ? "" : "【\(item.state.rawValue)】"
      let advice =
        item.advice.isEmpty ? "" : "\n" + String(repeating: " ", count: width + 2) + "→ " + item.advice
      return item.label + gap + mark + item.found + advice
    }
    let verdict = isWell ? "这台电脑可以用一册。" : "有问题的各项解决以后再运行一次 yice doctor。"
    return (lines + ["", verdict, ""]).joined(separator: "\n")
  }
}
