import CSQLite

/// One prepared statement; finalised when it goes out of scope.
///
/// Values are only ever bound. Columns are counted from 0.
@safe struct Statement: ~Copyable {
  private let handle: OpaquePointer
  private let connection: Connection

  /// Takes over a statement that SQLite prepared on `connection`.
  @unsafe init(handle: OpaquePointer, of connection: Connection) {
    unsafe self.handle = handle
    self.connection = connection
  }

  deinit {
    unsafe sqlite3_finalize(handle)
  }

  /// Runs the statement once with `values`, for its effect.
  func run<each Value: Bindable>(_ values: repeat each Value) throws(StoreError) {
    bind(repeat each values)
    defer { reset() }
    _ = try step()
  }

  /// Runs the statement once with integers and nulls, for its effect; the way for rows by the million.
  func run<let count: Int>(integers values: InlineArray<count, Int64?>) throws(StoreError) {
    for index in 0..<count {
      if let value = values[index] {
        unsafe sqlite3_bind_int64(handle, Int32(index + 1), value)
      } else {
        unsafe sqlite3_bind_null(handle, Int32(index + 1))
      }
    }
    defer { reset() }
    _ = try step()
  }

  /// Runs the statement with `values`, and gives the first column of its first row, if any.
  func number<each Value: Bindable>(_ values: repeat each Value) throws(StoreError) -> Int64? {
    bind(repeat each values)
    defer { reset() }
    return try step() ? optionalInteger(0) : nil
  }

  /// Runs the statement with `values`, and gives the first column of all its rows.
  func numbers<each Value: Bindable>(_ values: repeat each Value) throws(StoreError) -> [Int64] {
    bind(repeat each values)
    defer { reset() }
    var numbers: [Int64] = []
    while try step() { numbers.append(integer(0)) }
    return numbers
  }

  /// Runs the statement with `values`, and shows each of its rows to `body`.
  func rows<each Value: Bindable>(
    _ values: repeat each Value, body: (borrowing Statement) throws -> Void
  ) throws {
    bind(repeat each values)
    defer { reset() }
    while try step() { try body(self) }
  }

  /// Binds `values` to the statement's parameters, in their order.
  func bind<each Value: Bindable>(_ values: repeat each Value) {
    var position: Int32 = 0
    for value in repeat each values {
      position += 1
      unsafe value.bind(to: handle, at: position)
    }
  }

  /// Moves to the next row, and tells whether there is one.
  func step() throws(StoreError) -> Bool {
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw connection.failure(code)
  }

  /// Makes the statement ready to run again.
  func reset() {
    // The code repeats what the last step said.
    unsafe sqlite3_reset(handle)
  }

  /// The integer in `column`.
  func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

  /// The integer in `column`, nil where it is null.
  func optionalInteger(_ column: Int32) -> Int64? {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : integer(column)
  }

  /// The text in `column`; empty where it is null. What is not UTF-8 is repaired.
  func text(_ column: Int32) -> String {
    withBytes(column) { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// The text or blob in `column` as it is stored.
  func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { unsafe Array($0) } }

  /// The digest in `column`; nil where it is not one.
  func digest(_ column: Int32) -> Digest? {
    withBytes(column) { Digest(bytes: unsafe Span(_unsafeElements: $0)) }
  }

  @safe private func withBytes<Result>(
    _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let start = unsafe sqlite3_column_blob(handle, column)
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    let bytes = unsafe UnsafeBufferPointer(
      start: start?.assumingMemoryBound(to: UInt8.self), count: start == nil ? 0 : count)
    return unsafe body(bytes)
  }
}
