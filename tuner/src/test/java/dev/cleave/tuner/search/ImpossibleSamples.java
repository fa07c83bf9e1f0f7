package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Sample;
import java.util.List;

/** Samples that must not be used. */
final class ImpossibleSamples {
  private ImpossibleSamples() {}

  static Sample of(Sample sample, String why) {
    return new Sample(
        sample.round(),
        sample.position(),
        sample.phase(),
        sample.candidate(),
        sample.sizeClass(),
        sample.asked(),
        sample.used(),
        sample.bytes(),
        sample.commandSeconds(),
        sample.durableSeconds(),
        sample.evidence(),
        sample.warnings(),
        List.of(why));
  }
}
