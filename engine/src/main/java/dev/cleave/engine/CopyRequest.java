package dev.cleave.engine;

import dev.cleave.engine.options.CopyOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to copy, by which plans, and who wants to know about it.
 *
 * @param plansElsewhere where a tree crosses to other devices; null if they use the same plans
 * @param slicePlanner may choose other plans for slices of large files
 */
public record CopyRequest(
    List<CopyItem> items,
    CopyPlans plans,
    @Nullable PlansElsewhere plansElsewhere,
    SlicePlanner slicePlanner,
    CopyOptions options,
    CopyListener listener,
    Cancellation cancellation) {
  public CopyRequest {
    items = List.copyOf(items);
  }

  /** Every file by the one plan of its size class, on every device. */
  public CopyRequest(
      List<CopyItem> items,
      CopyPlans plans,
      CopyOptions options,
      CopyListener listener,
      Cancellation cancellation) {
    this(items, plans, null, SlicePlanner.NONE, options, listener, cancellation);
  }

  /** One file or tree, by one plan, and nobody listens. */
  public static CopyRequest of(BytePath source, BytePath target, CopyPlan plan) {
    return new CopyRequest(
        List.of(new CopyItem(source, target)),
        CopyPlans.all(plan),
        CopyOptions.DEFAULTS,
        CopyListener.NONE,
        new Cancellation());
  }

  public CopyRequest withPlans(CopyPlans value) {
    return new CopyRequest(
        items, value, plansElsewhere, slicePlanner, options, listener, cancellation);
  }

  public CopyRequest withOptions(CopyOptions value) {
    return new CopyRequest(
        items, plans, plansElsewhere, slicePlanner, value, listener, cancellation);
  }

  public CopyRequest withSlicePlanner(SlicePlanner value) {
    return new CopyRequest(items, plans, plansElsewhere, value, options, listener, cancellation);
  }

  public CopyRequest withListener(CopyListener value) {
    return new CopyRequest(
        items, plans, plansElsewhere, slicePlanner, options, value, cancellation);
  }

  public CopyRequest withCancellation(Cancellation value) {
    return new CopyRequest(items, plans, plansElsewhere, slicePlanner, options, listener, value);
  }
}
