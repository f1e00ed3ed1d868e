import CSQLite

/// What can stand for a parameter of a statement.
protocol Bindable {
  /// Binds the value to the statement's parameter at `position`, counted from 1.
  @unsafe func bind(to statement: OpaquePointer, at position: Int32)
}

extension Int64: Bindable {
  @inline(__always)
  @unsafe func bind(to statement: OpaquePointer, at position: Int32) {
    unsafe sqlite3_bind_int64(statement, position, self)
  }
}

extension Int: Bindable {
  @inline(__always)
  @unsafe func bind(to statement: OpaquePointer, at position: Int32) {
    unsafe sqlite3_bind_int64(statement, position, Int64(self))
  }
}

extension Int32: Bindable {
  @inline(__always)
  @unsafe func bind(to statement: OpaquePointer, at position: Int32) {
    unsafe sqlite3_bind_int64(statement, position, Int64(self))
  }
}

extension String: Bindable {
  @unsafe func bind(to statement: OpaquePointer, at position: Int32) {
    var text = self
    text.withUTF8 { unsafe TextBytes.bind($0, to: statement, at: position) }
  }
}

extension Optional: Bindable where Wrapped: Bindable {
  @inline(__always)
  @unsafe func bind(to statement: OpaquePointer, at position: Int32) {
    if let value = self {
      unsafe value.bind(to: statement, at: position)
    } else {
      unsafe sqlite3_bind_null(statement, position)
    }
  }
}

/// Bytes that are UTF-8 and are stored as text.
struct TextBytes: Bindable {
  let bytes: [UInt8]

  @unsafe func bind(to statement: OpaquePointer, at position: Int32) {
    unsafe bytes.withUnsafeBufferPointer { unsafe Self.bind($0, to: statement, at: position) }
  }

  @unsafe fileprivate static func bind(
    _ text: UnsafeBufferPointer<UInt8>, to statement: OpaquePointer, at position: Int32
  ) {
    unsafe text.withMemoryRebound(to: CChar.self) { characters in
      // Without an address SQLite would bind null.
      guard let start = characters.baseAddress else {
        unsafe sqlite3_bind_text(statement, position, "", 0, nil)
        return
      }
      unsafe sqlite3_bind_text64(
        statement, position, start, UInt64(characters.count), copied, UInt8(SQLITE_UTF8))
    }
  }
}

extension Digest: Bindable {
  @unsafe func bind(to statement: OpaquePointer, at position: Int32) {
    withBytes { bytes in
      _ = unsafe sqlite3_bind_blob64(statement, position, bytes.baseAddress, 32, copied)
    }
  }
}

/// SQLITE_TRANSIENT: SQLite keeps a copy of what is bound.
private let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
