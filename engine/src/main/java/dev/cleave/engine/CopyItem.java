package dev.cleave.engine;

/**
 * One thing to copy.
 *
 * @param target its full name, not the directory it goes into
 * @param parents so many directories above the target stand for as many above the source, and are
 *     made, with their attributes, where they are missing: cp's {@code --parents}
 */
public record CopyItem(BytePath source, BytePath target, int parents) {
  /** One whose target's directory is there. */
  public CopyItem(BytePath source, BytePath target) {
    this(source, target, 0);
  }
}
