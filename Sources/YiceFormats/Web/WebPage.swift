internal import CGumbo
internal import Glibc

/// A web page's elements and texts in order, read by the parser that Debian ships.
enum WebPage {
  enum Event {
    case start(Tag, colspan: Int, rowspan: Int, isHidden: Bool)
    case end(Tag)
    case text(String)
  }

  /// What matters of a page that holds tables.
  enum Tag { case table, row, cell, caption, block, lineBreak, other }

  /// Goes through the page without recursion: pages nest without end.
  static func walk(_ text: [UInt8], _ take: (Event) -> Void) {
    let arena = Arena()
    text.withUnsafeBytes { bytes in
      var options = kGumboDefaultOptions
      options.max_errors = 0
      options.userdata = Unmanaged.passUnretained(arena).toOpaque()
      options.allocator = { data, size in
        data.map { Unmanaged<Arena>.fromOpaque($0).takeUnretainedValue().allocate(size) } ?? nil
      }
      // All of it goes at once: freeing node by node would recurse.
      options.deallocator = { _, _ in }
      guard let base = bytes.baseAddress,
        let output = gumbo_parse_with_options(
          &options, base.assumingMemoryBound(to: CChar.self), bytes.count),
        let root = output.pointee.root
      else { return }
      walk(root, take)
    }
    withExtendedLifetime(arena) {}
  }

  private static func walk(_ root: UnsafeMutablePointer<GumboNode>, _ take: (Event) -> Void) {
    var stack: [(node: UnsafeMutablePointer<GumboNode>, next: Int, tag: Tag)] = []
    func enter(_ node: UnsafeMutablePointer<GumboNode>) {
      switch node.pointee.type {
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        if let text = node.pointee.v.text.text { take(.text(String(cString: text))) }
      case GUMBO_NODE_ELEMENT:
        let element = node.pointee.v.element
        guard let tag = tag(element.tag) else { return }
        take(
          .start(
            tag, colspan: number(node, "colspan"), rowspan: number(node, "rowspan"), isHidden: isHidden(node))
        )
        stack.append((node, 0, tag))
      default: return
      }
    }
    enter(root)
    while let last = stack.last {
      let children = last.node.pointee.v.element.children
      guard last.next < Int(children.length), let child = children.data?[last.next] else {
        take(.end(last.tag))
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      enter(child.assumingMemoryBound(to: GumboNode.self))
    }
  }

  /// `nil` for what nobody sees.
  private static func tag(_ tag: GumboTag) -> Tag? {
    switch tag {
    case GUMBO_TAG_TABLE: .table
    case GUMBO_TAG_TR: .row
    case GUMBO_TAG_TD, GUMBO_TAG_TH: .cell
    case GUMBO_TAG_CAPTION: .caption
    case GUMBO_TAG_BR: .lineBreak
    case GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_LI, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4,
      GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_CENTER, GUMBO_TAG_FORM, GUMBO_TAG_SECTION, GUMBO_TAG_PRE:
      .block
    case GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_HEAD, GUMBO_TAG_TITLE, GUMBO_TAG_SELECT,
      GUMBO_TAG_TEMPLATE,
      GUMBO_TAG_NOSCRIPT, GUMBO_TAG_XMP, GUMBO_TAG_IFRAME:
      nil
    default: .other
    }
  }

  private static func attribute(_ node: UnsafeMutablePointer<GumboNode>, _ name: String) -> String? {
    withUnsafePointer(to: &node.pointee.v.element.attributes) { attributes in
      gumbo_get_attribute(attributes, name).flatMap { $0.pointee.value.map { String(cString: $0) } }
    }
  }

  private static func number(_ node: UnsafeMutablePointer<GumboNode>, _ name: String) -> Int {
    guard node.pointee.v.element.attributes.length > 0, let text = attribute(node, name),
      let number = Int(text.filter { !$0.isWhitespace })
    else { return 1 }
    return min(max(number, 1), 65_536)
  }

  private static func isHidden(_ node: UnsafeMutablePointer<GumboNode>) -> Bool {
    guard node.pointee.v.element.attributes.length > 0 else { return false }
    let style = (attribute(node, "style") ?? "").lowercased().filter { !$0.isWhitespace }
    return style.contains("display:none") || attribute(node, "hidden") != nil
  }
}

/// Memory that is freed all at once.
private final class Arena {
  private var blocks: [UnsafeMutableRawPointer] = []
  private var next = 0
  private var end = 0
  private static let blockSize = 1 << 18

  deinit { for block in blocks { free(block) } }

  func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    let size = (max(size, 1) + 15) & ~15
    if size > Arena.blockSize / 4 {
      guard let own = malloc(size) else { return nil }
      blocks.insert(own, at: 0)
      return own
    }
    if next + size > end || blocks.isEmpty {
      guard let block = malloc(Arena.blockSize) else { return nil }
      blocks.append(block)
      next = 0
      end = Arena.blockSize
    }
    defer { next += size }
    return blocks.last.map { $0 + next }
  }
}
