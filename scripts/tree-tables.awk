# Prints the samples that measure-trees writes as Markdown: see tree-tables.

function is_cleave(name) {
  return name ~ /^cleave /
}

# Puts a contender in its place by name, since the first round is shuffled.
function add_contender(cell, name,   i) {
  for (i = ++contenders[cell]; i > 1 && contender[cell, i - 1] > name; i--)
    contender[cell, i] = contender[cell, i - 1]
  contender[cell, i] = name
}

function summarize(cell,   i, name, values, n) {
  for (i = 1; i <= contenders[cell]; i++) {
    name = contender[cell, i]
    n = samples_of(cell, name, wall, values)
    middle[cell, name] = median_of_sorted(values, n)
    least[cell, name] = values[1]
    most[cell, name] = values[n]
    samples_of(cell, name, cpu, values)
    middle_cpu[cell, name] = median_of_sorted(values, n)
    n = samples_of(cell, name, peak, values)
    highest[cell, name] = n ? values[n] : "-"
    if (is_cleave(name)) ours[cell] = name
  }
}

function title(cell) {
  return place[cell] ", " shape[cell] ", " files[cell] " files of " mebibytes[cell] " MiB, " \
    cache[cell] " source (" rounds[cell] " round" (rounds[cell] == 1 ? "" : "s") ")"
}

function print_row(cell, name,   m) {
  m = middle[cell, name]
  printf "| `%s` | %s | %s-%s | %.0f | %s | %s | %s |\n", name, short(m),
    short(least[cell, name]), short(most[cell, name]), files[cell] / m,
    short(middle_cpu[cell, name]), highest[cell, name],
    is_cleave(name) || !(cell in ours) ? "" : speed_against(cell, ours[cell], name)
}

# What the device of the source read: all of it in each cold sample, or that was none.
function print_evidence(cell) {
  if (!(cell in least_read)) return
  printf "\nThe device read %d to %d MiB during a sample%s.\n", least_read[cell], most_read[cell],
    cache[cell] == "cold" && least_read[cell] < mebibytes[cell] ? ": **not all were cold**" : ""
}

function print_cell(cell,   i) {
  printf "\n%s\n\n", title(cell)
  print "| contender | median s | least-most | files/s | CPU s | peak MiB | cleave is times as fast |"
  print "|---|---:|---:|---:|---:|---:|---:|"
  for (i = 1; i <= contenders[cell]; i++) print_row(cell, contender[cell, i])
  print_evidence(cell)
}

function print_summary(   c, cell, i, name, n, peers, seen, line) {
  line = "| file system | tree | files | source | cleave, s |"
  for (c = 1; c <= cells; c++)
    for (i = 1; i <= contenders[cell_at[c]]; i++) {
      name = contender[cell_at[c], i]
      if (is_cleave(name) || name in seen) continue
      seen[name] = 1
      peers[++n] = name
      line = line " against `" name "` |"
    }
  print line
  line = "|---|---|---:|---|---:|"
  for (i = 1; i <= n; i++) line = line "---:|"
  print line
  for (c = 1; c <= cells; c++) {
    cell = cell_at[c]
    if (!(cell in ours)) continue
    line = "| " place[cell] " | " shape[cell] " | " files[cell] " | " cache[cell] " | " \
      short(middle[cell, ours[cell]]) " |"
    for (i = 1; i <= n; i++) line = line " " speed_against(cell, ours[cell], peers[i]) " |"
    print line
  }
}

BEGIN { FS = "," }
/^#/ { next } # the facts of a run
$1 == "place" { run++; next } # the first line of a run: the same cell in another one is another
{
  cell = run SUBSEP $1 SUBSEP $2 SUBSEP $3 SUBSEP $4 SUBSEP $5
  if (!(cell in place)) {
    cell_at[++cells] = cell
    place[cell] = $1; shape[cell] = $2; files[cell] = $3; mebibytes[cell] = $4; cache[cell] = $5
  }
  if (!((cell, $7) in known)) {
    known[cell, $7] = 1
    add_contender(cell, $7)
  }
  if ($6 > rounds[cell]) rounds[cell] = $6
  wall[cell, $7, $6] = $8
  cpu[cell, $7, $6] = $9
  if ($10 != "") peak[cell, $7, $6] = $10
  if ($11 == "") next
  if (!(cell in least_read) || $11 + 0 < least_read[cell]) least_read[cell] = $11 + 0
  if ($11 + 0 > most_read[cell]) most_read[cell] = $11 + 0
}
END {
  for (c = 1; c <= cells; c++) summarize(cell_at[c])
  if (kind == "summary") print_summary()
  else for (c = 1; c <= cells; c++) print_cell(cell_at[c])
}
