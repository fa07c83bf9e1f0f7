# Prints the samples of measure-startup as a Markdown table, its rows in the order of names.

{
  wall[$1, $2] = $3 / 1e3
  cpu[$1, $2] = $4 / 1e3
  if ($2 > rounds) rounds = $2
}

function print_row(name, base,   round, times, bases, cpus, ratios, middle) {
  for (round = 1; round <= rounds; round++) {
    times[round] = wall[name, round]
    bases[round] = wall[base, round]
    cpus[round] = cpu[name, round]
    ratios[round] = times[round] / bases[round]
  }
  sort(times, rounds)
  sort(bases, rounds)
  sort(cpus, rounds)
  middle = median_of_sorted(times, rounds)
  printf "| %s | %.1f | %.1f-%.1f | %.1f | %s |\n", name, middle, times[1], times[rounds],
    median_of_sorted(cpus, rounds),
    ratio_with_interval(middle / median_of_sorted(bases, rounds), ratios, rounds)
}

END {
  print "| contender | median ms | least-most | CPU ms | times an empty class |"
  print "|---|---:|---:|---:|---:|"
  n = split(names, name, ",")
  for (i = 1; i <= n; i++) print_row(name[i], name[1])
}
