import CJSON
import Diagnostics

/// Reads a text in JSON as a whole.
enum JSONText {
  /// How deep values may be nested; those that are read here need less than ten.
  private static let depth: Int32 = 64

  /// The value that `bytes` are.
  /// - Throws: `json-syntax` with the byte, counted from 1, at which it is wrong: not well-formed, or a name
  ///   that its object has already.
  static func value(of bytes: [UInt8]) throws(Fault) -> JSON {
    guard let parser = unsafe bursar_json_parser(depth) else {
      preconditionFailure("json-c has no memory left for a parser")
    }
    defer { unsafe json_tokener_free(parser) }
    // A number ends only where something follows it.
    let bytes = bytes + [UInt8(ascii: "\n")]
    guard let count = Int32(exactly: bytes.count) else {
      throw Fault(.jsonSyntax, "1", "it is too long")
    }
    let root = unsafe bytes.withUnsafeBytes { bytes in
      unsafe json_tokener_parse_ex(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), count)
    }
    defer { unsafe json_object_put(root) }
    let error = unsafe json_tokener_get_error(parser)
    let end = unsafe json_tokener_get_parse_end(parser)
    guard error != json_tokener_continue else {
      throw Fault(.jsonSyntax, String(bytes.count), "it ends too early")
    }
    guard error == json_tokener_success else {
      let words = unsafe String(cString: json_tokener_error_desc(error))
      throw Fault(.jsonSyntax, String(end + 1), words)
    }
    guard bytes[end...].allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
      throw Fault(.jsonSyntax, String(end + 1), "more follows the value")
    }
    if let (name, place) = RepeatedName.first(in: bytes) {
      throw Fault(.jsonSyntax, String(place + 1), "'\(name)' is there twice")
    }
    return unsafe value(root)
  }

  private static func value(_ object: OpaquePointer?) -> JSON {
    switch unsafe json_object_get_type(object) {
    case json_type_null: return .nothing
    case json_type_boolean: return .truth(unsafe json_object_get_boolean(object) != 0)
    case json_type_int:
      let number = unsafe json_object_get_int64(object)
      // What is beyond is read as the last there is, and cannot be told from it.
      return number == .max ? .vast : .number(Int(number))
    case json_type_double: return .decimal(unsafe text(json_object_get_string(object)))
    case json_type_array:
      let count = unsafe json_object_array_length(object)
      return .list(
        (0..<count).map { unsafe value(json_object_array_get_idx(object, $0)) })
    case json_type_object:
      var members: [JSON.Member] = []
      var place = unsafe json_object_iter_begin(object)
      var end = unsafe json_object_iter_end(object)
      while unsafe json_object_iter_equal(&place, &end) == 0 {
        let name = unsafe text(json_object_iter_peek_name(&place))
        members.append(
          JSON.Member(name, unsafe value(json_object_iter_peek_value(&place))))
        unsafe json_object_iter_next(&place)
      }
      return .object(members)
    default:
      let count = Int(unsafe json_object_get_string_len(object))
      let start = unsafe json_object_get_string(object)
      let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
      return .text(unsafe String(decoding: bytes.lazy.map(UInt8.init(bitPattern:)), as: UTF8.self))
    }
  }

  private static func text(_ letters: UnsafePointer<CChar>?) -> String {
    unsafe letters.map { unsafe String(cString: $0) } ?? ""
  }
}
