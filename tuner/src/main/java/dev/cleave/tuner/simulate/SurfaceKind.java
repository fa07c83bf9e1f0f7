package dev.cleave.tuner.simulate;

import java.util.Random;
import java.util.function.Function;

/**
 * Every simulated device, its parameters drawn afresh for each tune; one file and one line add
 * another.
 */
public enum SurfaceKind {
  /** Many tasks help up to a knee, and cost a little beyond it. */
  NVME_KNEE("nvme-knee", NvmeSurface::new),
  /** Writers of one file wait for each other: split depth does nothing. */
  INODE_LOCK("inode-lock", InodeLockSurface::new),
  /** A head that has to move: split depth hurts. */
  HDD("hdd", HddSurface::new),
  /** Each request waits: more of them in flight help. */
  NETWORK("network", NetworkSurface::new),
  /** So many requests a second, however large: large direct chunks help. */
  IOPS_CAP("iops-cap", IopsCapSurface::new),
  /** Fast until the credit is used up, then the same for every plan. */
  BURST_CREDIT("burst-credit", BurstCreditSurface::new),
  /** Fast until the cache of the drive is full; it never recovers within a tune. */
  SLC_CLIFF("slc-cliff", SlcCliffSurface::new),
  /** Gets hot, slows down, cools off, again and again. */
  THERMAL("thermal", ThermalSurface::new),
  /** Every plan within a percent or two of every other. */
  NEAR_TIES("near-ties", NearTiesSurface::new),
  /** Every plan is the same. */
  FLAT("flat", random -> (plan, state) -> 1),
  /** Anything: effects of every knob and of pairs of them, drawn at random. */
  ARBITRARY("arbitrary", ArbitrarySurface::new);

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // a reference to a constructor holds no state
  private final Function<Random, Surface> constructor;

  SurfaceKind(String label, Function<Random, Surface> constructor) {
    this.label = label;
    this.constructor = constructor;
  }

  /** A device of this kind, its parameters drawn by {@code random}. */
  public Surface draw(Random random) {
    return constructor.apply(random);
  }

  @Override
  public String toString() {
    return label;
  }
}
