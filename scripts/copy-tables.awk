# Prints the samples that measure-copy writes as Markdown: see copy-tables.

function bytes_of(size) {
  if (size ~ /GiB$/) return size * 1073741824
  if (size ~ /MiB$/) return size * 1048576
  if (size ~ /KiB$/) return size * 1024
  return size + 0
}

function is_peer(name) {
  return name ~ /^(cp|rsync|dd|Files\.copy|fio)( |$)/
}

function is_cp(name) {
  return name ~ /^cp( |$)/
}

# The interval of such a ratio says who won.
function winner(ratio,   parts) {
  split(ratio, parts, /[][, ]+/)
  return parts[2] > 1 ? "Cleave" : parts[3] < 1 ? "**cp**" : "neither"
}

function summarize(cell,   i, name, values, n) {
  faster_cp[cell] = best[cell] = ""
  for (i = 1; i <= contenders[cell]; i++) {
    name = contender[cell, i]
    n = samples_of(cell, name, wall, values)
    middle[cell, name] = median_of_sorted(values, n)
    least[cell, name] = values[1]
    most[cell, name] = values[n]
    samples_of(cell, name, cpu, values)
    middle_cpu[cell, name] = median_of_sorted(values, n)
    if (is_cp(name)) faster_cp[cell] = faster(cell, name, faster_cp[cell])
    if (!is_peer(name) && name !~ /^loop /) best[cell] = faster(cell, name, best[cell])
  }
}

function faster(cell, name, other) {
  return other == "" || middle[cell, name] < middle[cell, other] ? name : other
}

function title(cell) {
  return size[cell] ", " cache[cell] " source, " target[cell] " target, " place[cell] \
    (clock[cell] == "command" ? "" : ", " clock[cell]) " (" rounds[cell] " rounds)"
}

function print_row(cell, name, has_fio,   m, gigabytes) {
  m = middle[cell, name]
  gigabytes = bytes_of(size[cell]) / 1e9
  printf "| `%s` | %s | %s-%s | %.2f | %.2f | %s | %s | %s |", name, short(m),
    short(least[cell, name]), short(most[cell, name]), gigabytes / m,
    middle_cpu[cell, name] / gigabytes, peak[cell, name],
    speed_against(cell, name, "cp"), speed_against(cell, name, "cp --sparse=never")
  if (has_fio) printf " %s |", speed_against(cell, name, "fio")
  print ""
}

function print_cell(cell,   i, name, has_fio, loops) {
  has_fio = (cell, "fio", 1) in wall
  printf "\n%s\n\n", title(cell)
  printf "| contender | median s | least-most | GB/s | CPU s/GB | peak MiB | against `cp` |" \
    " against `cp --sparse=never` |%s\n", has_fio ? " against `fio` |" : ""
  printf "|---|---:|---:|---:|---:|---:|---:|---:|%s\n", has_fio ? "---:|" : ""
  for (loops = 0; loops <= 1; loops++)
    for (i = 1; i <= contenders[cell]; i++) {
      name = contender[cell, i]
      if ((name ~ /^loop /) == loops) print_row(cell, name, has_fio)
    }
}

function print_summary(   c, cell, ratio) {
  print "| file system | size | source | target | faster cp, s | best plan, s | times as fast | faster |"
  print "|---|---:|---|---|---:|---:|---:|---|"
  for (c = 1; c <= cells; c++) {
    cell = cell_at[c]
    if (faster_cp[cell] == "" || best[cell] == "") continue
    ratio = speed_against(cell, best[cell], faster_cp[cell])
    printf "| %s | %s | %s | %s%s | `%s` %s | `%s` %s | %s | %s |\n", place[cell], size[cell],
      cache[cell], target[cell], clock[cell] == "command" ? "" : ", " clock[cell],
      faster_cp[cell], short(middle[cell, faster_cp[cell]]),
      best[cell], short(middle[cell, best[cell]]), ratio, winner(ratio)
  }
}

# Backends by split depth, where plans are named "nio d1".
function print_grid(   c, cell, i, split_depth, row, seen, names, n, word, line) {
  print "| cell | plan | d0 | d1 | d2 | d3 |\n|---|---|---:|---:|---:|---:|"
  for (c = 1; c <= cells; c++) {
    cell = cell_at[c]
    if (faster_cp[cell] == "") continue
    for (i = 1; i <= contenders[cell]; i++) {
      row = contender[cell, i]
      if (row ~ /^loop / || !sub(/ d[0-3]/, "", row) || (cell, row) in seen) continue
      seen[cell, row] = 1
      line = "| " title(cell) " | `" row "` |"
      n = split(row, word, " ")
      for (split_depth = 0; split_depth <= 3; split_depth++) {
        names = word[1] " d" split_depth substr(row, length(word[1]) + 1)
        line = line " " \
          ((cell, names, 1) in wall ? speed_against(cell, names, faster_cp[cell]) : "") " |"
      }
      print line
    }
  }
}

BEGIN { FS = "," }
$1 == "place" { run++; next } # the first line of a file: the same cell in another one is another
{
  cell = run SUBSEP $1 SUBSEP $2 SUBSEP $3 SUBSEP $4 SUBSEP $5
  if (!(cell in place)) {
    cell_at[++cells] = cell
    place[cell] = $1; size[cell] = $2; cache[cell] = $3; target[cell] = $4; clock[cell] = $5
  }
  if (!((cell, $7) in peak)) {
    contender[cell, ++contenders[cell]] = $7
    peak[cell, $7] = "-"
  }
  if ($10 != "") peak[cell, $7] = $10
  if ($6 == 0) next # a run off the clock
  if ($6 > rounds[cell]) rounds[cell] = $6
  wall[cell, $7, $6] = $8
  cpu[cell, $7, $6] = $9
}
END {
  for (c = 1; c <= cells; c++) summarize(cell_at[c])
  if (kind == "summary") print_summary()
  else if (kind == "grid") print_grid()
  else for (c = 1; c <= cells; c++) print_cell(cell_at[c])
}
