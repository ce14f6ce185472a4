internal import CExpat
internal import Glibc

/// Attributes of an element: name, value, name, value, … and a null pointer.
typealias XMLAttributes = UnsafeMutablePointer<UnsafePointer<CChar>?>

/// What is made of the elements of one part. Subclasses keep what they need; names come without a prefix, and only of
/// elements in the namespace of the part's root: extension lists have elements of the same names with other meanings.
class XMLHandler {
  /// Why reading stops; set by ``fail(_:)``.
  fileprivate(set) var failure: WorkbookError.Kind?
  fileprivate var parser: XML_Parser?
  let progress: UnsafeMutablePointer<XMLProgress>
  /// Which prefix means which namespace here.
  fileprivate(set) var namespaces = XMLNamespaces()

  init() {
    progress = .allocate(capacity: 1)
    progress.initialize(to: XMLProgress())
  }

  deinit {
    progress.deinitialize(count: 1)
    progress.deallocate()
  }

  /// Whether elements of any namespace are read: where the part's own have several.
  var readsAllNamespaces: Bool { false }

  func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {}
  func end(_ name: UnsafePointer<CChar>) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// Lets the parser rest after this element; ``XMLPart/advance()`` returns and goes on from here when called again.
  final func pause() {
    if let parser { XML_StopParser(parser, XML_Bool(1)) }
  }

  /// Stops reading for good.
  final func fail(_ kind: WorkbookError.Kind) {
    guard failure == nil else { return }
    failure = kind
    if let parser { XML_StopParser(parser, XML_Bool(0)) }
  }

  /// Ends reading as if the part ended here.
  final func finish() {
    progress.pointee.isFinished = true
    if let parser { XML_StopParser(parser, XML_Bool(0)) }
  }
}

/// Where the parser stands; in memory of its own, as it is touched with each element.
struct XMLProgress {
  var depth = 0
  var depthLimit = 64
  var isFinished = false
  /// Elements without a prefix are in the root's namespace: so it is but within a few extensions.
  var isPlainKnown = true
  /// Depth of the innermost element that declares a namespace.
  var namespaceDepth = 0
}

/// Where a part's bytes come from.
protocol XMLInput: AnyObject {
  /// Fills the start of `buffer`; 0 at the end.
  func read(into buffer: UnsafeMutableRawPointer, count: Int) throws -> Int
}

extension ZipPart: XMLInput {}

/// One part being parsed by expat, in pieces.
final class XMLPart {
  private let input: any XMLInput
  private let handler: XMLHandler
  private let parser: XML_Parser
  private let sourceName: String
  private let tagLimit: Int
  private var fed = 0
  private var isPaused = false
  private var isDone = false

  private static let chunkSize: Int32 = 1 << 16

  init(_ input: any XMLInput, _ handler: XMLHandler, sourceName: String, limits: WorkbookLimits) throws {
    guard let parser = XML_ParserCreate(nil) else {
      throw WorkbookError(sourceName: sourceName, kind: .cannotOpen("内存不足"))
    }
    self.input = try DecodedXML.utf8(input, sourceName: sourceName)
    self.handler = handler
    self.parser = parser
    self.sourceName = sourceName
    tagLimit = limits.tagBytes
    if self.input is DecodedXML { XML_SetEncoding(parser, "UTF-8") }
    handler.parser = parser
    handler.namespaces.isOpen = handler.readsAllNamespaces
    handler.progress.pointee.depthLimit = limits.depth
    XML_SetUserData(parser, Unmanaged.passUnretained(handler).toOpaque())
    XML_SetElementHandler(parser, startElement, endElement)
    XML_SetCharacterDataHandler(parser, characterData)
    XML_SetStartDoctypeDeclHandler(parser, startDoctype)
  }

  deinit {
    handler.parser = nil
    XML_ParserFree(parser)
  }

  /// Where the parser stands, in bytes from the start.
  var position: Int { Int(XML_GetCurrentByteIndex(parser)) }

  /// Parses to the end of the part.
  func run() throws {
    while try advance() {}
  }

  /// Parses until the handler asks for a pause.
  ///
  /// - Returns: `false` at the end of the part.
  /// - Throws: ``WorkbookError`` without a sheet and row, which the caller knows.
  func advance() throws -> Bool {
    guard !isDone else { return false }
    if isPaused {
      isPaused = false
      if try settle(XML_ResumeParser(parser)) { return !isDone }
    }
    while true {
      guard let buffer = XML_GetBuffer(parser, XMLPart.chunkSize) else {
        throw error(.tooLarge("工作簿里有过长的内容"))
      }
      let count = try input.read(into: buffer, count: Int(XMLPart.chunkSize))
      fed += count
      if try settle(XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)) { return !isDone }
      // Expat keeps an unfinished tag whole: a tag of a gigabyte would stay in memory.
      if fed - Int(XML_GetCurrentByteIndex(parser)) > tagLimit { throw error(.tooLarge("工作簿里有过长的标记")) }
    }
  }

  /// - Returns: whether to return to the caller: paused or done.
  private func settle(_ status: XML_Status) throws -> Bool {
    if let failure = handler.failure { throw error(failure) }
    if handler.progress.pointee.isFinished {
      isDone = true
      return true
    }
    switch status {
    case XML_STATUS_SUSPENDED:
      isPaused = true
      return true
    case XML_STATUS_OK:
      var state = XML_ParsingStatus()
      XML_GetParsingStatus(parser, &state)
      isDone = state.parsing == XML_FINISHED
      return isDone
    default:
      let line = XML_GetCurrentLineNumber(parser)
      let column = XML_GetCurrentColumnNumber(parser)
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
      throw error(.damaged("XML 第 \(line) 行第 \(column) 列：\(reason)"))
    }
  }

  private func error(_ kind: WorkbookError.Kind) -> WorkbookError {
    WorkbookError(sourceName: sourceName, kind: kind)
  }
}

// MARK: - Expat's callbacks

private func handler(_ data: UnsafeMutableRawPointer?) -> XMLHandler? {
  data.map { Unmanaged<XMLHandler>.fromOpaque($0).takeUnretainedValue() }
}

/// The name after its prefix: `x:row` is `row`.
@inline(__always)
private func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
  // Names of a sheet's cells have one letter: c, v, f, t.
  if name[0] == 0 || name[1] == 0 { return name }
  guard let colon = strchr(name, 0x3A) else { return name }
  return UnsafePointer(colon + 1)
}

private func startElement(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ attributes: XMLAttributes?
) {
  guard let name, let attributes, let handler = handler(data) else { return }
  let progress = handler.progress
  progress.pointee.depth += 1
  if progress.pointee.depth > progress.pointee.depthLimit {
    handler.fail(.damaged("XML 嵌套太深"))
    return
  }
  // Few elements declare a namespace, and they do it with attributes that begin with x.
  var index = 0
  while let attribute = attributes[index] {
    if attribute[0] == 0x78, strncmp(attribute, "xmlns", 5) == 0, let value = attributes[index + 1] {
      handler.namespaces.declare(attribute, value, at: progress.pointee.depth)
      progress.pointee.namespaceDepth = progress.pointee.depth
    }
    index += 2
  }
  if progress.pointee.depth == 1 { handler.namespaces.root = handler.namespaces.uri(of: name) }
  if progress.pointee.namespaceDepth == progress.pointee.depth {
    progress.pointee.isPlainKnown = handler.namespaces.isPlainKnown
  }
  let own = local(name)
  guard own == name ? progress.pointee.isPlainKnown : handler.namespaces.isKnown(name) else { return }
  handler.start(own, attributes)
}

private func endElement(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  guard let name, let handler = handler(data) else { return }
  let progress = handler.progress
  let own = local(name)
  if own != name ? handler.namespaces.isKnown(name) : progress.pointee.isPlainKnown { handler.end(own) }
  if progress.pointee.namespaceDepth == progress.pointee.depth {
    progress.pointee.namespaceDepth = handler.namespaces.forget(at: progress.pointee.depth)
    progress.pointee.isPlainKnown = handler.namespaces.isPlainKnown
  }
  progress.pointee.depth -= 1
}

private func characterData(
  _ data: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<CChar>?, _ count: Int32
) {
  guard let bytes, count > 0, let handler = handler(data) else { return }
  bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
    handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
  }
}

private func startDoctype(
  _ data: UnsafeMutableRawPointer?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?,
  _: UnsafePointer<CChar>?, _: Int32
) {
  handler(data)?.fail(.entities)
}

// MARK: - Names and attributes

/// Whether a C string is this word.
@inline(__always)
func isWord(_ text: UnsafePointer<CChar>, _ word: StaticString) -> Bool {
  word.withUTF8Buffer { word in
    strncmp(
      text, UnsafeRawPointer(word.baseAddress.unsafelyUnwrapped).assumingMemoryBound(to: CChar.self),
      word.count)
      == 0 && text[word.count] == 0
  }
}

/// The value of an attribute; `nil` when the element has none of that name.
///
/// - Parameter prefixed: look for it with a prefix, as relations and all of XML Spreadsheet 2003 have it; without one
///   it serves too.
func attribute(
  _ attributes: XMLAttributes, _ name: StaticString, prefixed: Bool = false
) -> UnsafePointer<CChar>? {
  var index = 0
  var plain: UnsafePointer<CChar>?
  while let found = attributes[index], let value = attributes[index + 1] {
    if isWord(found, name) {
      guard prefixed else { return value }
      plain = value
    } else if prefixed, found != local(found), isWord(local(found), name) {
      return value
    }
    index += 2
  }
  return plain
}

/// The value of an attribute as text.
func attributeText(
  _ attributes: XMLAttributes, _ name: StaticString, prefixed: Bool = false
) -> String? {
  attribute(attributes, name, prefixed: prefixed).map { String(cString: $0) }
}

/// Whether an attribute is set: `1` or `true`.
func attributeIsSet(_ attributes: XMLAttributes, _ name: StaticString) -> Bool {
  attribute(attributes, name).map { isWord($0, "1") || isWord($0, "true") } ?? false
}
