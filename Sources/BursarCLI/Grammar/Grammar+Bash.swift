extension Grammar {
  /// A completion script for bash 3.2 and later: tables of the declarations, and one reader of them.
  var bashCompletion: String {
    let levels = completionLevels.map { level in
      let path = level.path.joined(separator: " ")
      let verbs = level.verbs.map(\.label).joined(separator: " ")
      let options = level.options.flatMap(\.names).joined(separator: " ")
      let operands = level.operands.map { ($0.isRepeating ? "+" : "") + $0.bashAction }
      return """
            \(path.shellQuoted))
              verbs=\(verbs.shellQuoted)
              options=\(options.shellQuoted)
              operands=(\(operands.map(\.shellQuoted).joined(separator: " ")))
              ;;
        """
    }
    let values = completionLevels.flatMap { level in
      level.valued.map { bashCase($0, at: level.path) }
    }
    let forwarded = forwardedOptions.map { bashCase($0, at: [Self.completionVerb]) }
    return bashTables(
      levels: levels.joined(separator: "\n"),
      values: (values + forwarded).joined(separator: "\n"))
      + bashReader + bashProposer
  }

  private func bashCase(_ option: Declaration, at path: [String]) -> String {
    let patterns = option.names.map { "\(path.joined(separator: " ")) \($0)".shellQuoted }
    return "    \(patterns.joined(separator: " | "))) action=\(option.bashAction.shellQuoted) ;;"
  }

  private func bashTables(levels: String, values: String) -> String {
    #"""
    # bash completion for \#(name), made by '\#(name) completions bash'

    # Sets what may follow the verbs $1.
    _\#(name)_level() {
      verbs='' options='' operands=()
      case "$1" in
    \#(levels)
      esac
    }

    # Sets how the value of option $2 after the verbs $1 is completed; fails if it takes none.
    _\#(name)_value() {
      case "$1 $2" in
    \#(values)
        *) return 1 ;;
      esac
    }


    """#
  }

  private var bashReader: String {
    #"""
    # Prints the candidates of an action, one a line; $1 is the tool.
    _\#(name)_candidates() {
      case "$action" in
        file) compgen -f -- "$current" ;;
        directory) compgen -d -- "$current" ;;
        'words '*) printf '%s\n' ${action#words } ;;
        'ask '*)
          "$1" ${forwarded[@]+"${forwarded[@]}"} \#(Self.completionVerb) "${action#ask }" "$current" \
            2>/dev/null
          ;;
      esac
    }

    # Reads the words before the cursor: sets the verbs, the open option, the count of operands.
    _\#(name)_read() {
      local word i
      _\#(name)_level ''
      for ((i = 0; i < ${#words[@]} - 1; i++)); do
        word=${words[i]}
        if [[ -n $option ]]; then
          if _\#(name)_value \#(Self.completionVerb) "$option"; then
            word=${word/#\~/$HOME}
            forwarded+=("$option" "${word//[\"\'\\]/}")
          fi
          option=''
        elif [[ -n $ended || $word != -?* ]]; then
          if [[ -n $word && " $verbs " == *" $word "* ]]; then
            verb="${verb:+$verb }$word"
            _\#(name)_level "$verb"
          else
            ((++count))
          fi
        elif [[ $word == -- ]]; then
          ended=1
        elif [[ $word == --*=* ]]; then
          _\#(name)_value \#(Self.completionVerb) "${word%%=*}" && forwarded+=("${word//[\"\'\\]/}")
        elif _\#(name)_value "$verb" "$word"; then
          option=$word
        fi
      done
    }

    # Joins the words that bash parts at '=' and ':', up to the cursor; sets what bash leaves standing
    # before the word it replaces.
    _\#(name)_join() {
      local word i joined=''
      for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((${#words[@]} > 0)) && [[ -n $joined || $word == [=:]* ]]; then
          words[${#words[@]} - 1]+=$word
        else
          words+=("$word")
        fi
        if [[ $word == [=:]* ]]; then joined=1; else joined=''; fi
      done
      current=${words[${#words[@]} - 1]}
      if [[ $word == [=:]* ]]; then cut=$current; else cut=${current%"$word"}; fi
    }


    """#
  }

  private var bashProposer: String {
    #"""
    _\#(name)() {
      local verb='' verbs options action option='' ended='' count=0
      local current prefix='' cut quoted='' candidate
      local -a words=() operands=() forwarded=()
      _\#(name)_join
      _\#(name)_read

      action=''
      if [[ -n $option ]]; then
        _\#(name)_value "$verb" "$option"
      elif [[ -z $ended && $current == --*=* ]]; then
        prefix=${current%%=*}=
        _\#(name)_value "$verb" "${current%%=*}"
        current=${current#*=}
      elif [[ -z $ended && $current == -* ]]; then
        action="words $options"
      elif [[ -n $verbs ]]; then
        action="words $verbs"
      elif ((${#operands[@]} > 0)); then
        if ((count >= ${#operands[@]})); then
          ((count = ${#operands[@]} - 1))
          [[ ${operands[count]} == +* ]] || return 0
        fi
        action=${operands[count]#+}
      fi

      if [[ $current == [\"\']* ]]; then
        quoted=1
        current=${current:1}
      fi
      COMPREPLY=()
      case "$action" in file | directory) compopt -o filenames 2>/dev/null ;; esac
      while IFS= read -r candidate; do
        [[ $candidate == "$current"* ]] || continue
        if [[ $action == 'ask '* && -z $quoted ]]; then printf -v candidate %q "$candidate"; fi
        candidate=$prefix$candidate
        COMPREPLY+=("${candidate#"$cut"}")
      done < <(_\#(name)_candidates "$1")
    }

    complete -F _\#(name) \#(name)

    """#
  }
}

extension Declaration {
  /// How bash completes its value.
  fileprivate var bashAction: String {
    switch completion {
    case .none, .verbs: ""
    case .file: "file"
    case .directory: "directory"
    case .words(let words): (["words"] + words).joined(separator: " ")
    case .dynamic(let kind): "ask \(kind)"
    }
  }
}
