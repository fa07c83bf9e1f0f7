# Functions for the scripts that time whole processes against each other: awk -f this -f theirs.
#
# Arrays of numbers count from 1, and their length is passed along, as POSIX awk has none.

function sort(values, n,   i, j, value) {
  for (i = 2; i <= n; i++) {
    value = values[i]
    for (j = i - 1; j >= 1 && values[j] > value; j--) values[j + 1] = values[j]
    values[j + 1] = value
  }
}

function median_of_sorted(values, n) {
  return n % 2 ? values[(n + 1) / 2] : (values[n / 2] + values[n / 2 + 1]) / 2
}

# How many values lie outside an interval for the median on either side, plus one, so that it covers
# at least 95 % whatever the distribution is (the sign test turned round): the 2nd to the 8th of 9.
# Below 6 values there is none, and the least and the most have to do.
function interval_rank(n,   rank, tail, binomial) {
  binomial = tail = 0.5 ^ n
  for (rank = 1; ; rank++) {
    binomial *= (n - rank + 1) / rank
    tail += binomial
    if (2 * tail > 0.05) return rank
  }
}

# "1.27 [1.20, 1.33]": a ratio of medians with the interval of the pairs' own ratios, which it sorts.
function ratio_with_interval(of_medians, ratios, n,   rank) {
  sort(ratios, n)
  rank = interval_rank(n)
  return sprintf("%.2f [%.2f, %.2f]", of_medians, ratios[rank], ratios[n + 1 - rank])
}
