# For sourcing, by the scripts that time whole processes against each other.
#
# A sourcing script defines contenders (names), run_contender NAME, prepare NAME (off the clock).
# A round is one sample of each of them, in an order shuffled by RANDOM, which the script seeds;
# statistics.awk says what is made of them.

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

# The file system of $1 and what it lies on: "ext4 on vda", "xfs in tmpfs" for an image there.
place_of() {
  local type device image
  type=$(df --output=fstype -- "$1" | tail -n 1)
  device=$(df --output=source -- "$1" | tail -n 1)
  if [[ $device == /dev/loop* ]]; then
    image=$(losetup -n -O BACK-FILE -- "$device")
    printf '%s in %s' "$type" "$(df --output=fstype -- "${image%/*}" | tail -n 1)"
  elif [[ $device == /dev/* ]]; then
    printf '%s on %s' "$type" "${device#/dev/}"
  else
    printf '%s' "$type"
  fi
}

# Machine, kernel, file system and commit, in one line.
machine_line() {
  local processor
  processor=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
  printf '%s x %s, %s MiB, Linux %s, %s, dirty_ratio %s, nice %s, load %s, commit %s' \
    "$(nproc)" "${processor:-unknown processor}" \
    "$(awk '/^MemTotal/ {print int($2 / 1024)}' /proc/meminfo)" "$(uname -r)" "$(place_of "$1")" \
    "$(</proc/sys/vm/dirty_ratio)" "$(nice)" "$(cut -d ' ' -f 1 /proc/loadavg)" \
    "$(git -C "$root" describe --always --dirty 2>/dev/null || echo none)"
}

# Sets own to the microseconds that contender $1 itself says it took, which count instead of the
# clock's; a script whose contenders say so has its own.
take_own_time() {
  :
}

# finish_sample NAME ROUND MICROSECONDS CPU_MICROSECONDS: what a script does after each, off the clock.
finish_sample() {
  :
}

# sample NAME ROUND: one line of $work/samples: name, round, wall and CPU microseconds.
sample() {
  local start end cpu own
  prepare "$1"
  TIMEFORMAT='%3U %3S'
  start=${EPOCHREALTIME//[!0-9]/}
  { time run_contender "$1" >"$work/said" 2>&1; } 2>"$work/cpu" ||
    fail "$1 failed: $(<"$work/said")"
  end=${EPOCHREALTIME//[!0-9]/}
  cpu=$(awk '{printf "%d", ($1 + $2) * 1e6}' "$work/cpu")
  own=$((end - start))
  take_own_time "$1"
  printf '%s\t%d\t%d\t%d\n' "$1" "$2" "$own" "$cpu" >>"$work/samples"
  finish_sample "$1" "$2" "$own" "$cpu"
}

# Fills $work/samples with so many rounds.
measure_rounds() {
  local round order
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
