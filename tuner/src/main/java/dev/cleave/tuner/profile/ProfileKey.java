package dev.cleave.tuner.profile;

import dev.cleave.tuner.device.StackTraits;
import dev.cleave.tuner.device.StorageStack;
import org.jspecify.annotations.Nullable;

/**
 * Where a copy goes from and to, and on what machine: what a profile was tuned for, or what one is
 * asked for.
 *
 * @param source the identity of the source's storage stack; in a default profile its class
 * @param destination the identity of the destination's, likewise
 * @param relation whether the two share a device
 * @param kernel major and minor number, as {@code 6.1}; empty if unknown
 * @param memoryClass the machine's memory, to the nearest power of two, as {@code 8GiB}; empty if
 *     unknown
 */
public record ProfileKey(
    String source,
    String destination,
    Relation relation,
    StackTraits sourceTraits,
    StackTraits destinationTraits,
    String kernel,
    String memoryClass) {
  /** A part that a document of an earlier version doesn't have is unknown. */
  public ProfileKey(
      String source,
      String destination,
      @Nullable Relation relation,
      @Nullable StackTraits sourceTraits,
      @Nullable StackTraits destinationTraits,
      @Nullable String kernel,
      @Nullable String memoryClass) {
    if (source == null || source.isBlank() || destination == null || destination.isBlank()) {
      throw new IllegalArgumentException("a profile's key names both devices");
    }
    this.source = source;
    this.destination = destination;
    this.relation = relation == null ? Relation.of(source, destination) : relation;
    this.sourceTraits = sourceTraits == null ? StackTraits.UNKNOWN : sourceTraits;
    this.destinationTraits = destinationTraits == null ? StackTraits.UNKNOWN : destinationTraits;
    this.kernel = kernel == null ? "" : kernel;
    this.memoryClass = memoryClass == null ? "" : memoryClass;
  }

  /** Two stacks of which nothing but their identities is known. */
  public static ProfileKey of(String source, String destination) {
    return new ProfileKey(source, destination, null, null, null, null, null);
  }

  /**
   * Two stacks on one machine.
   *
   * @param kernelRelease as {@code 6.1.0-40-amd64}
   * @param memoryBytes 0 if unknown
   */
  public static ProfileKey of(
      StorageStack source, StorageStack destination, String kernelRelease, long memoryBytes) {
    return new ProfileKey(
        source.identity(),
        destination.identity(),
        null,
        StackTraits.of(source),
        StackTraits.of(destination),
        MachineClass.kernel(kernelRelease),
        MachineClass.memory(memoryBytes));
  }

  /** The same with what is known of the stacks. */
  ProfileKey with(StackTraits newSource, StackTraits newDestination) {
    return new ProfileKey(
        source, destination, relation, newSource, newDestination, kernel, memoryClass);
  }

  /** The same under other names of the stacks. */
  ProfileKey named(String newSource, String newDestination) {
    return new ProfileKey(
        newSource, newDestination, relation, sourceTraits, destinationTraits, kernel, memoryClass);
  }

  /** For people: {@code ext4@vda -> xfs@sdb}. */
  @Override
  public String toString() {
    return source.concat(" -> ").concat(destination);
  }
}
