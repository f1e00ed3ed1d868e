import CXML2
import Diagnostics

/// Reads XML as it comes, chunk by chunk: what a chunk completes is told, nothing is kept.
///
/// A document type is refused before anything in it is read, so that there are no entities but XML's
/// own five, no other file and no network. Names are told without their prefixes.
@safe final class XMLStream {
  /// What an XML document is made of, as far as tables of figures need it.
  enum Event: Hashable {
    /// An element begins, on a line counted from 1.
    case start(String, attributes: [String: String], line: Int)
    /// Text of the element that is open; it may come in pieces.
    case text(String)
    /// An element ends.
    case end(String)
  }

  /// Why nothing more is read.
  struct Stop: Hashable {
    let fault: Fault
    let line: Int
    let column: Int
  }

  /// What was found wrong; after it nothing is read.
  var stop: Stop? { findings.stop }

  private let findings: Findings
  private let parser: xmlParserCtxtPtr

  /// libxml2 wants to be woken by one thread alone.
  private static let isAwake: Bool = {
    xmlInitParser()
    return true
  }()

  /// Begins to read a document.
  init() {
    precondition(Self.isAwake)
    let findings = Findings()
    let receiver = unsafe Unmanaged.passUnretained(findings).toOpaque()
    guard
      let parser = unsafe bursar_xml_parser(receiver, began, wrote, ended, declared)
    else { preconditionFailure("libxml2 has no memory left for a parser") }
    unsafe findings.parser = parser
    self.findings = findings
    unsafe self.parser = parser
  }

  deinit {
    unsafe xmlFreeParserCtxt(parser)
  }

  /// What a chunk completes; at most 2 GiB of it are read at once.
  func events(of chunk: [UInt8]) -> [Event] {
    feed(chunk, isLast: false)
  }

  /// What the end of the document completes.
  func finish() -> [Event] {
    feed([], isLast: true)
  }

  private func feed(_ chunk: [UInt8], isLast: Bool) -> [Event] {
    guard findings.stop == nil else { return [] }
    let code = unsafe chunk.withUnsafeBytes { bytes in
      unsafe xmlParseChunk(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
        isLast ? 1 : 0)
    }
    if code != 0, findings.stop == nil { findings.stop = stop(atEnd: isLast) }
    defer { findings.events.removeAll(keepingCapacity: true) }
    return findings.events
  }

  /// What libxml2 says is wrong.
  private func stop(atEnd isLast: Bool) -> Stop {
    guard let error = unsafe xmlCtxtGetLastError(parser) else {
      return Stop(fault: Fault(.xmlSyntax, ""), line: 1, column: 1)
    }
    let code = unsafe xmlParserErrors(UInt32(error.pointee.code))
    let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? ""
    let words = message.prefix { $0 != "\n" }
    let fault =
      switch code {
      case XML_ERR_INVALID_ENCODING, XML_ERR_INVALID_CHAR, XML_ERR_UNKNOWN_ENCODING,
        XML_ERR_UNSUPPORTED_ENCODING:
        Fault(.textEncoding)
      case _ where isLast: Fault(.textTruncated, "the document")
      default: Fault(.xmlSyntax, String(words))
      }
    return unsafe Stop(
      fault: fault, line: max(1, Int(error.pointee.line)), column: max(1, Int(error.pointee.int2)))
  }
}

/// What the callbacks of one parser found; they are given it as a pointer.
@safe private final class Findings {
  var events: [XMLStream.Event] = []
  var stop: XMLStream.Stop?
  var parser: xmlParserCtxtPtr?

  /// The line that the parser is on, counted from 1.
  var line: Int { unsafe parser?.pointee.input.map { unsafe Int($0.pointee.line) } ?? 1 }

  /// The findings behind a callback's pointer.
  static func behind(_ pointer: UnsafeMutableRawPointer?) -> Findings {
    guard let pointer = unsafe pointer else { preconditionFailure("a parser without a receiver") }
    return unsafe Unmanaged<Findings>.fromOpaque(pointer).takeUnretainedValue()
  }
}

private func began(
  _ receiver: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
  _ prefix: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?, _ spaceCount: Int32,
  _ spaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int32, _ defaulted: Int32,
  _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
  let findings = unsafe Findings.behind(receiver)
  var values: [String: String] = [:]
  for index in 0..<Int(count) {
    // Five pointers each: name, prefix, namespace, where the value begins, where it ends.
    guard let attributes = unsafe attributes,
      let name = unsafe attributes[index * 5], let start = unsafe attributes[index * 5 + 3],
      let end = unsafe attributes[index * 5 + 4]
    else { continue }
    let bytes = unsafe UnsafeBufferPointer(start: start, count: end - start)
    unsafe values[String(cString: name)] = unsafe String(decoding: bytes, as: UTF8.self)
  }
  findings.events.append(
    .start(unsafe text(of: name), attributes: values, line: findings.line))
}

private func wrote(
  _ receiver: UnsafeMutableRawPointer?, _ letters: UnsafePointer<xmlChar>?, _ count: Int32
) {
  let bytes = unsafe UnsafeBufferPointer(start: letters, count: Int(count))
  unsafe Findings.behind(receiver).events.append(.text(String(decoding: bytes, as: UTF8.self)))
}

private func ended(
  _ receiver: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
  _ prefix: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?
) {
  unsafe Findings.behind(receiver).events.append(.end(text(of: name)))
}

private func declared(
  _ receiver: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
  _ publicName: UnsafePointer<xmlChar>?, _ systemName: UnsafePointer<xmlChar>?
) {
  let findings = unsafe Findings.behind(receiver)
  findings.stop = XMLStream.Stop(fault: Fault(.xmlDoctype), line: findings.line, column: 1)
  unsafe xmlStopParser(findings.parser)
}

private func text(of letters: UnsafePointer<xmlChar>?) -> String {
  unsafe letters.map { unsafe String(cString: $0) } ?? ""
}
