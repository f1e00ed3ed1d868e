import Glibc

/// Two pieces of work at the same time; nothing goes on when they are done.
enum TwoThreads {
  /// Runs `second` on a thread of its own, and `first` on this one.
  ///
  /// Where the system has no thread to give, one is done after the other.
  /// - Returns: What both gave, when both are done.
  /// - Throws: The error of `first`, when both are done.
  static func run<First, Second: Sendable>(
    _ second: @escaping @Sendable () -> Second, beside first: () throws -> First
  ) rethrows -> (First, Second) {
    var result: Second?
    let context = unsafe Unmanaged.passRetained(Work { result = second() })
    var thread = pthread_t()
    let isRunning =
      unsafe pthread_create(
        &thread, nil,
        { context in
          if let context = unsafe context {
            unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
          }
          return nil
        }, context.toOpaque()) == 0
    let firstResult: First
    do {
      defer { if isRunning { pthread_join(thread, nil) } }
      firstResult = try first()
    }
    guard isRunning else {
      unsafe context.release()
      return (firstResult, second())
    }
    guard let result else { preconditionFailure("a thread that was joined has done its work") }
    return (firstResult, result)
  }

  private final class Work {
    let body: () -> Void

    init(_ body: @escaping () -> Void) {
      self.body = body
    }
  }
}
