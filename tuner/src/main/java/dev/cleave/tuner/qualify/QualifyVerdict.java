package dev.cleave.tuner.qualify;

import java.util.Collection;
import java.util.List;

/** How a requirement, a device or a run ends. */
public enum QualifyVerdict {
  /** The interval lies on the right side of the bound. */
  PASS,
  /** It lies on the wrong side, and that is no chance. */
  FAIL,
  /** It holds the bound, or what is claimed was not measured for long enough. */
  INCONCLUSIVE,
  /** Something else than the device was measured. */
  INVALID;

  /**
   * That of several together. A failure is one whatever else is: it was held against disturbances
   * on its own.
   */
  public static QualifyVerdict overall(Collection<QualifyVerdict> verdicts) {
    for (QualifyVerdict worst : List.of(FAIL, INVALID, INCONCLUSIVE)) {
      if (verdicts.contains(worst)) {
        return worst;
      }
    }
    return PASS;
  }
}
