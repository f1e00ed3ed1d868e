# bash completion for bursar, made by 'bursar completions bash'

# Sets what may follow the verbs $1.
_bursar_level() {
  verbs='' options='' operands=()
  case "$1" in
    '')
      verbs='init show donor record summary help completions version'
      options='-f --file -h --help --version'
      operands=()
      ;;
    'init')
      verbs=''
      options='--from --currency --name --documents -h --help'
      operands=('file')
      ;;
    'show')
      verbs=''
      options='--depth -f --file -h --help'
      operands=('+ask agreements')
      ;;
    'donor')
      verbs='add list'
      options='-f --file -h --help'
      operands=()
      ;;
    'donor add')
      verbs=''
      options='--kind -f --file -h --help'
      operands=('' '')
      ;;
    'donor list')
      verbs=''
      options='-f --file -h --help'
      operands=()
      ;;
    'record')
      verbs='pledge'
      options='-f --file -h --help'
      operands=()
      ;;
    'record pledge')
      verbs=''
      options='--donor --amount --date -m -n --dry-run -f --file -h --help'
      operands=()
      ;;
    'summary')
      verbs=''
      options='-s --scope --donor -x --exact -d --detail --as-of --basis --format -o --output -f --file -h --help'
      operands=()
      ;;
    'help')
      verbs=''
      options='-h --help'
      operands=('+words init show donor record summary help completions version')
      ;;
    'completions')
      verbs=''
      options='-h --help'
      operands=('words bash zsh fish')
      ;;
    'version')
      verbs=''
      options='-h --help'
      operands=()
      ;;
  esac
}

# Sets how the value of option $2 after the verbs $1 is completed; fails if it takes none.
_bursar_value() {
  case "$1 $2" in
    ' -f' | ' --file') action='file' ;;
    'init --from') action='file' ;;
    'init --currency') action='' ;;
    'init --name') action='' ;;
    'init --documents') action='directory' ;;
    'show --depth') action='' ;;
    'show -f' | 'show --file') action='file' ;;
    'donor -f' | 'donor --file') action='file' ;;
    'donor add --kind') action='words government multilateral pooled-fund private' ;;
    'donor add -f' | 'donor add --file') action='file' ;;
    'donor list -f' | 'donor list --file') action='file' ;;
    'record -f' | 'record --file') action='file' ;;
    'record pledge --donor') action='ask donors' ;;
    'record pledge --amount') action='' ;;
    'record pledge --date') action='' ;;
    'record pledge -m') action='' ;;
    'record pledge -f' | 'record pledge --file') action='file' ;;
    'summary -s' | 'summary --scope') action='ask scopes' ;;
    'summary --donor') action='ask donors' ;;
    'summary --as-of') action='' ;;
    'summary --basis') action='words recorded signed received' ;;
    'summary --format') action='words text csv json markdown html' ;;
    'summary -o' | 'summary --output') action='file' ;;
    'summary -f' | 'summary --file') action='file' ;;
    '__complete -f' | '__complete --file') action='file' ;;
    *) return 1 ;;
  esac
}

# Prints the candidates of an action, one a line; $1 is the tool.
_bursar_candidates() {
  case "$action" in
    file) compgen -f -- "$current" ;;
    directory) compgen -d -- "$current" ;;
    'words '*) printf '%s\n' ${action#words } ;;
    'ask '*)
      "$1" ${forwarded[@]+"${forwarded[@]}"} __complete "${action#ask }" "$current" \
        2>/dev/null
      ;;
  esac
}

# Reads the words before the cursor: sets the verbs, the open option, the count of operands.
_bursar_read() {
  local word i
  _bursar_level ''
  for ((i = 0; i < ${#words[@]} - 1; i++)); do
    word=${words[i]}
    if [[ -n $option ]]; then
      if _bursar_value __complete "$option"; then
        word=${word/#\~/$HOME}
        forwarded+=("$option" "${word//[\"\'\\]/}")
      fi
      option=''
    elif [[ -n $ended || $word != -?* ]]; then
      if [[ -n $word && " $verbs " == *" $word "* ]]; then
        verb="${verb:+$verb }$word"
        _bursar_level "$verb"
      else
        ((++count))
      fi
    elif [[ $word == -- ]]; then
      ended=1
    elif [[ $word == --*=* ]]; then
      _bursar_value __complete "${word%%=*}" && forwarded+=("${word//[\"\'\\]/}")
    elif _bursar_value "$verb" "$word"; then
      option=$word
    fi
  done
}

# Joins the words that bash parts at '=' and ':', up to the cursor; sets what bash leaves standing
# before the word it replaces.
_bursar_join() {
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

_bursar() {
  local verb='' verbs options action option='' ended='' count=0
  local current prefix='' cut quoted='' candidate
  local -a words=() operands=() forwarded=()
  _bursar_join
  _bursar_read

  action=''
  if [[ -n $option ]]; then
    _bursar_value "$verb" "$option"
  elif [[ -z $ended && $current == --*=* ]]; then
    prefix=${current%%=*}=
    _bursar_value "$verb" "${current%%=*}"
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
  done < <(_bursar_candidates "$1")
}

complete -F _bursar bursar
