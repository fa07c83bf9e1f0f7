# Functions for tables with a part for each cell: awk -f statistics.awk -f this -f theirs.
#
# Samples lie in arrays by cell, contender and round: wall holds their seconds, rounds[cell] says how
# many rounds there were, middle is the median of a contender's wall.

# A number with about three digits.
function short(value) {
  return sprintf(value < 0.1 ? "%.4f" : value < 10 ? "%.3f" : "%.1f", value)
}

# Fills into[1..] with what the rounds of a contender say; returns how many there are.
function samples_of(cell, name, from, into,   round, n) {
  for (round = 1; round <= rounds[cell]; round++)
    if ((cell, name, round) in from) into[++n] = from[cell, name, round]
  sort(into, n)
  return n
}

# How many times faster than the other one a contender was: the time of the other over its own.
function speed_against(cell, name, other,   round, n, ratios) {
  for (round = 1; round <= rounds[cell]; round++)
    if ((cell, name, round) in wall && (cell, other, round) in wall)
      ratios[++n] = wall[cell, other, round] / wall[cell, name, round]
  if (!n) return "-"
  return ratio_with_interval(middle[cell, other] / middle[cell, name], ratios, n)
}
