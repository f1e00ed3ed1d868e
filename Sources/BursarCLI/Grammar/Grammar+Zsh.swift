extension Grammar {
  /// A completion script for zsh: one function of `_arguments` for each verb.
  var zshCompletion: String {
    let functions = completionLevels.map { level in
      level.verbs.isEmpty ? zshCommand(level) : zshFamily(level)
    }
    let names = forwardedOptions.flatMap(\.names)
    let attached = forwardedOptions.flatMap(\.longNames).map { "\($0)=*" }
    return #"""
      #compdef \#(name)
      # zsh completion for \#(name), made by '\#(name) completions zsh'

      # Proposes names of the kind said last, which the tool itself knows; before it stand options of
      # compadd.
      _\#(name)_ask() {
        local -a names
        names=("${(@f)$($tool $forwarded \#(Self.completionVerb) $@[-1] "${(Q)PREFIX}" 2>/dev/null)}")
        compadd "${@[1,-2]}" -- ${names:#}
      }

      \#(functions.joined(separator: "\n\n"))

      _\#(name)() {
        local tool=${words[1]/#\~/$HOME} i
        local -a forwarded
        for ((i = 2; i < CURRENT; i++)); do
          case $words[i] in
            (\#((names.isEmpty ? ["''"] : names).joined(separator: "|")))
              forwarded+=($words[i] ${(Q)words[i + 1]/#\~/$HOME}) ;;
            (\#((attached.isEmpty ? ["''"] : attached).joined(separator: "|")))
              forwarded+=(${(Q)words[i]}) ;;
          esac
        done
        _\#(name)_at
      }

      if [[ $funcstack[1] == _\#(name) ]]; then
        _\#(name) "$@"
      else
        compdef _\#(name) \#(name)
      fi

      """#
  }

  private func zshFunction(at path: [String]) -> String {
    (["_\(name)_at"] + path).joined(separator: "_")
  }

  private func zshCommand(_ level: CompletionLevel) -> String {
    let operands = level.operands.enumerated().map { zsh(operand: $1, at: $0 + 1) }
    let specifications = (level.options.map(zsh(option:)) + operands).joined(separator: " \\\n    ")
    return """
      \(zshFunction(at: level.path))() {
        _arguments -s -S : \\
          \(specifications)
      }
      """
  }

  private func zshFamily(_ level: CompletionLevel) -> String {
    let options = level.options.map(zsh(option:)).joined(separator: " \\\n    ")
    let verbs = level.verbs.map { "\($0.label.escaping(":")):\($0.meaning)".shellQuoted }
    let cases = level.verbs.map {
      "    (\($0.label)) \(zshFunction(at: level.path + [$0.label])) ;;"
    }
    return #"""
      \#(zshFunction(at: level.path))() {
        local curcontext=$curcontext state line
        local -a verbs=(
          \#(verbs.joined(separator: "\n    "))
        )
        _arguments -C -s -S : \
          \#(options) \
          '1: :->verb' '*::: :->rest'
        if [[ $state == verb ]]; then
          _describe -t verbs verb verbs
          return
        fi
        [[ $state == rest ]] || return
        words=($line[1] "${words[@]}")
        ((CURRENT++))
        case $line[1] in
      \#(cases.joined(separator: "\n"))
        esac
      }
      """#
  }

  /// A specification of `_arguments` for an option.
  private func zsh(option: Declaration) -> String {
    let names = option.names
    let excluded = (option.isRepeating ? [] : names) + option.excludes
    let guarding = excluded.isEmpty ? "" : "(\(excluded.joined(separator: " ")))"
    let start = (guarding + (option.isRepeating ? "*" : "")).shellQuoted
    let isFlag = option.form == .flag
    let spelled = names.map { isFlag ? $0 : $0 + ($0.hasPrefix("--") ? "=" : "+") }
    let spelling = spelled.count == 1 ? spelled[0] : "{\(spelled.joined(separator: ","))}"
    let value = isFlag ? "" : ":\(option.value.escaping(":")):\(zshAction(option))"
    return start + spelling + "[\(option.help.escaping("[]:\\"))]\(value)".shellQuoted
  }

  /// A specification of `_arguments` for the operand at `place`, counted from 1.
  private func zsh(operand: Declaration, at place: Int) -> String {
    let start = operand.isRepeating ? "*:" : operand.isRequired ? "\(place):" : "\(place)::"
    return "\(start)\(operand.value.escaping(":")):\(zshAction(operand))".shellQuoted
  }

  private func zshAction(_ declaration: Declaration) -> String {
    switch declaration.completion {
    case .none, .verbs: " "
    case .file: "_files"
    case .directory: "_files -/"
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .dynamic(let kind): "_\(name)_ask \(kind)"
    }
  }
}
