package dev.cleave.tuner.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Many copies with {@code --adapt} on drawn devices, scored. Each moves so many bytes as the best
 * plan does in a minute. The same settings give the same rows on any machine.
 *
 * @param copies of each row
 * @param seed of everything drawn
 */
public record AdaptSimulation(int copies, long seed) {
  private static final long SPREAD = 1_000_003;

  public AdaptSimulation {
    if (copies < 1) {
      throw new IllegalArgumentException(copies + " copies");
    }
  }

  /**
   * The row of each kind of device and, if there are several, that of all together, named {@value
   * Simulation#ALL}.
   *
   * @param done hears of each row as it is there
   */
  public List<AdaptRow> rows(List<SurfaceKind> surfaces, double noise, Consumer<AdaptRow> done) {
    List<AdaptRow> rows = new ArrayList<>();
    List<AdaptedCopy> all = new ArrayList<>();
    for (SurfaceKind surface : surfaces) {
      List<AdaptedCopy> made = copies(surface, noise);
      all.addAll(made);
      rows.add(AdaptRow.of(surface.toString(), noise, made));
      done.accept(rows.getLast());
    }
    if (rows.size() > 1) {
      rows.add(AdaptRow.of(Simulation.ALL, noise, all));
    }
    return rows;
  }

  private List<AdaptedCopy> copies(SurfaceKind surface, double noise) {
    return IntStream.range(0, copies)
        .parallel()
        .mapToObj(copy -> new SimulatedCopy(surface, noise, seedOf(surface, copy)).run())
        .toList();
  }

  private long seedOf(SurfaceKind surface, int copy) {
    return (seed * SPREAD + surface.toString().hashCode()) * SPREAD + copy;
  }
}
