/// Names a property of `Root`, as in `\.scope`.
typealias PropertyPath<Root, Value> = any WritableKeyPath<Root, Value> & Sendable

/// A declaration bound to the property of `Root` that it fills.
struct Parameter<Root>: Sendable {
  /// What it looks like from outside.
  var declaration: Declaration
  /// Stores one word in the property; `isFirst` is false from the second word on.
  let store:
    @Sendable (_ argument: String, _ isFirst: Bool, _ root: inout Root) throws(Expected) -> Void
  /// Spells what the property holds.
  let spell: @Sendable (Root) -> [String]

  /// Binds `declaration` to a slot.
  init<Filled: Slot>(
    _ declaration: Declaration, at path: PropertyPath<Root, Filled>
  ) {
    self.declaration = declaration
    store = { (argument, isFirst, root) throws(Expected) in
      if isFirst {
        root[keyPath: path] = try Filled(argument: argument)
      } else {
        try root[keyPath: path].add(argument: argument)
      }
    }
    spell = { $0[keyPath: path].arguments }
  }

  /// Binds `declaration` to a property that is true once the flag is given.
  init(_ declaration: Declaration, at path: PropertyPath<Root, Bool>) {
    self.declaration = declaration
    store = { (_, _, root) in root[keyPath: path] = true }
    spell = { $0[keyPath: path] ? [""] : [] }
  }

  /// Lifts a parameter of an option group to the command that shares it.
  init<Options: OptionGroup>(
    _ inner: Parameter<Options>, within path: PropertyPath<Root, Options>
  ) {
    declaration = inner.declaration
    declaration.heading = Options.title
    store = { (argument, isFirst, root) throws(Expected) in
      try inner.store(argument, isFirst, &root[keyPath: path])
    }
    spell = { inner.spell($0[keyPath: path]) }
  }
}

/// A value type whose properties the command line fills.
protocol ParameterList: Sendable {
  /// Makes it with its defaults.
  init()
  /// What may be given, in the order in which help shows it and operands are read.
  @ParameterBuilder<Self> static var parameters: [Parameter<Self>] { get }
}

extension ParameterList {
  static var parameters: [Parameter<Self>] { [] }

  /// What may be given, with the defaults of a fresh value.
  static var declarations: [Declaration] { Self().declarations(of: parameters) }

  /// The declarations of `parameters`, with what `self` holds as their defaults.
  func declarations(of parameters: [Parameter<Self>]) -> [Declaration] {
    var declarations = parameters.map { parameter in
      var declaration = parameter.declaration
      declaration.defaults = parameter.spell(self)
      return declaration
    }
    // What excludes is excluded: one side declares it, both know it.
    for declaration in declarations where !declaration.excludes.isEmpty {
      for other in declarations.indices
      where declarations[other].names.contains(where: declaration.excludes.contains)
        && !declarations[other].excludes.contains(declaration.name)
      {
        declarations[other].excludes.append(declaration.name)
      }
    }
    return declarations
  }
}

/// Options that several commands share, declared once; a command takes them in by ``Shared``.
protocol OptionGroup: ParameterList {
  /// The heading of the group in help, such as `Report options`.
  static var title: String { get }
}

/// Collects the declarations in the body of `parameters`.
@resultBuilder
enum ParameterBuilder<Root> {
  static func buildExpression(_ flag: Flag<Root>) -> [Parameter<Root>] { [flag.parameter] }
  static func buildExpression(_ option: Option<Root>) -> [Parameter<Root>] { [option.parameter] }
  static func buildExpression(_ operand: Operand<Root>) -> [Parameter<Root>] { [operand.parameter] }
  static func buildExpression(_ shared: Shared<Root>) -> [Parameter<Root>] { shared.parameters }
  static func buildBlock(_ parts: [Parameter<Root>]...) -> [Parameter<Root>] {
    parts.flatMap(\.self)
  }
}
