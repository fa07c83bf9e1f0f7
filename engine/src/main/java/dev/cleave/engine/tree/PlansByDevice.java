package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyPlans;
import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.PlansElsewhere;
import dev.cleave.engine.linux.FileStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * Which plans the files of a directory go by: those of the directory above, or of their own devices
 * where it lies on others. For the one thread that walks.
 *
 * <p>Files in flight are as many as the plans of the named paths say, whatever is met later: each
 * plan is made to fit a file's share of the memory.
 */
final class PlansByDevice {
  private final CopyRequest request;
  private final DevicePlans named;
  private final List<Known> known = new ArrayList<>(0);

  PlansByDevice(CopyRequest request, DevicePlans named) {
    this.request = request;
    this.named = named;
  }

  /** One directory on each device of a pair, and the plans between these. */
  private record Known(FileStatus source, FileStatus target, DevicePlans plans) {
    boolean isFor(DirectoryPair pair) {
      return pair.source().status().isOnSameDeviceAs(source)
          && pair.target().before().isOnSameDeviceAs(target);
    }
  }

  /**
   * Chooses the plans of a directory that has just been opened.
   *
   * @param first whether it is the first that the user named, to which the request's plans belong
   */
  void choose(DirectoryPair pair, boolean first) {
    PlansElsewhere elsewhere = request.plansElsewhere();
    if (elsewhere == null) {
      return;
    }
    DirectoryPair above = pair.above();
    if (above != null && pair.isOnSameDevicesAs(above)) {
      pair.goBy(above.plans());
    } else if (first) {
      remember(pair, named);
    } else {
      find(pair, elsewhere);
    }
  }

  private void find(DirectoryPair pair, PlansElsewhere elsewhere) {
    for (Known one : known) {
      if (one.isFor(pair)) {
        pair.goBy(one.plans());
        return;
      }
    }
    BytePath source = pair.source().shown();
    CopyPlans plans = elsewhere.between(source, pair.targetShown());
    remember(pair, new DevicePlans(request.withPlans(plans)));
  }

  private void remember(DirectoryPair pair, DevicePlans plans) {
    known.add(new Known(pair.source().status(), pair.target().before(), plans));
    pair.goBy(plans);
  }
}
