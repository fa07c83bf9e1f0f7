package dev.cleave.reports.chart;

import java.util.List;

/**
 * How a sweep came to its end: two panels over the rounds.
 *
 * @param yTitle of the upper panel, the survivors
 * @param boundTitle of the lower panel, the bound of the regret
 * @param margin the loss that counts as none: the race ends where the bound falls below it
 */
public record RaceData(
    String name,
    String title,
    String subtitle,
    String xTitle,
    String yTitle,
    String boundTitle,
    double margin,
    List<Look> looks,
    List<String> caption)
    implements ChartData {
  public RaceData {
    looks = List.copyOf(looks);
    caption = List.copyOf(caption);
    if (looks.isEmpty()) {
      throw new IllegalArgumentException("a race without a look: " + name);
    }
  }

  /**
   * One look at the samples.
   *
   * @param bound the most that recommending the leader can cost, as a share
   */
  public record Look(int round, int survivors, double bound) {}
}
