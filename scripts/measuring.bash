# For sourcing, by the scripts that time whole processes against each other.
#
# A sourcing script defines contenders (names), run_contender NAME, prepare NAME (off the clock).
# A round is one sample of each of them, in an order shuffled by RANDOM, which the script seeds;
# ratios are those of the medians, with the least and the most of the rounds' own ratios.

export LC_ALL=C

work=
given=()

say() {
  printf '%s: %s\n' "${0##*/}" "$1" >&2
}

fail() {
  say "$1"
  exit 1
}

# Sets given to the arguments behind the leading options whose letters are in $1 (each has a value).
drop_own_options() {
  local letters=$1
  shift
  while (($#)); do
    case $1 in
      -["$letters"]) shift 2 ;;
      -["$letters"]*) shift ;;
      --) shift && break ;;
      *) break ;;
    esac
  done
  given=("$@")
}

# Sets work to a new directory below $1, which goes when the script ends.
make_work_directory() {
  work=$(mktemp -d -- "$1/cleave-measure.XXXXXX")
  trap 'rm -rf -- "$work"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

# Sets jdk to the one the launcher takes: the JVM says so when asked.
find_cleave_jdk() {
  jdk=$(JDK_JAVA_OPTIONS=-XshowSettings:properties "$root/scripts/cleave" --help 2>&1 |
    sed -n 's/^ *java\.home = //p')
  [[ -x $jdk/bin/javac ]] || fail "found no JDK of the launcher's: '$jdk'"
}

# Machine, kernel, file system and commit, in one line.
machine_line() {
  local processor
  processor=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
  printf '%s x %s, %s MiB, Linux %s, %s on %s, dirty_ratio %s, load %s, commit %s' \
    "$(nproc)" "${processor:-unknown processor}" \
    "$(awk '/^MemTotal/ {print int($2 / 1024)}' /proc/meminfo)" "$(uname -r)" \
    "$(stat -f -c %T -- "$1")" "$(df --output=source -- "$1" | tail -n 1)" \
    "$(</proc/sys/vm/dirty_ratio)" "$(cut -d ' ' -f 1 /proc/loadavg)" \
    "$(git -C "$root" describe --always --dirty 2>/dev/null || echo none)"
}

# sample NAME ROUND: one line of $work/samples: name, round, wall and CPU microseconds, and what the
# contender itself says that it took (in $work/own, of those that do).
sample() {
  local start end cpu own=
  prepare "$1"
  rm -f -- "$work/own"
  TIMEFORMAT='%3U %3S'
  start=${EPOCHREALTIME//[!0-9]/}
  { time run_contender "$1" >"$work/said" 2>&1; } 2>"$work/cpu" ||
    fail "$1 failed: $(<"$work/said")"
  end=${EPOCHREALTIME//[!0-9]/}
  cpu=$(awk '{printf "%d", ($1 + $2) * 1e6}' "$work/cpu")
  [[ -s $work/own ]] && own=$(<"$work/own")
  printf '%s\t%d\t%d\t%d\n' "$1" "$2" "${own:-$((end - start))}" "$cpu" >>"$work/samples"
}

# Fills $work/samples with so many rounds, after one that doesn't count.
measure_rounds() {
  local round order
  for contender in "${contenders[@]}"; do
    sample "$contender" 0
  done
  : >"$work/samples"
  for ((round = 1; round <= $1; round++)); do
    shuffle
    for contender in "${order[@]}"; do
      sample "$contender" "$round"
    done
  done
}

# Sets order to the contenders, shuffled (Fisher and Yates).
shuffle() {
  local i other swapped
  order=("${contenders[@]}")
  for ((i = ${#order[@]} - 1; i > 0; i--)); do
    other=$((RANDOM % (i + 1)))
    swapped=${order[i]}
    order[i]=${order[other]}
    order[other]=$swapped
  done
}

# statistics NAME: median, least and most wall microseconds, median CPU microseconds
statistics() {
  awk -F '\t' -v name="$1" '
    function median(values, n,   i, j, swapped) {
      for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (values[j] < values[i]) {
        swapped = values[i]; values[i] = values[j]; values[j] = swapped
      }
      return n % 2 ? values[(n + 1) / 2] : (values[n / 2] + values[n / 2 + 1]) / 2
    }
    $1 == name { wall[++n] = $3; cpu[n] = $4 }
    END { m = median(wall, n); printf "%.0f\t%d\t%d\t%.0f\n", m, wall[1], wall[n], median(cpu, n) }
  ' "$work/samples"
}

# ratio NAME OTHER: how many times the time of OTHER is that of NAME: "1.23 (1.10-1.40)"
ratio() {
  local name other
  IFS=$'\t' read -r name _ < <(statistics "$1")
  IFS=$'\t' read -r other _ < <(statistics "$2")
  awk -F '\t' -v name="$1" -v other="$2" -v medians="$(awk "BEGIN {print $name / $other}")" '
    $1 == name { mine[$2] = $3 }
    $1 == other { theirs[$2] = $3 }
    END {
      for (round in mine) {
        one = mine[round] / theirs[round]
        if (!seen++ || one < least) least = one
        if (one > most) most = one
      }
      printf "%.2f (%.2f-%.2f)", medians, least, most
    }' "$work/samples"
}
