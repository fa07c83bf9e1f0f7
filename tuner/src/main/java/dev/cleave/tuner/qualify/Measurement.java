package dev.cleave.tuner.qualify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One workload as it was measured.
 *
 * @param pass which repetition of a soak it belongs to, from 0
 * @param how which path really ran, as {@code io_uring, O_DIRECT}
 * @param bytesBefore that were written to lay its file out
 * @param seconds that it took
 * @param stopped why it ended before its time; null if it didn't
 * @param surroundings null where nothing was looked at
 * @param peer null where fio wasn't asked
 */
public record Measurement(
    Workload workload,
    int pass,
    String how,
    long bytesBefore,
    double seconds,
    List<Window> windows,
    List<BadBlock> badBlocks,
    long blocksChecked,
    @Nullable String stopped,
    @Nullable Surroundings surroundings,
    @Nullable PeerFigure peer,
    List<String> warnings) {
  public Measurement {
    windows = List.copyOf(windows);
    badBlocks = List.copyOf(badBlocks);
    warnings = List.copyOf(warnings);
  }

  /** All that was written for it. */
  public long bytesWritten() {
    return bytesBefore + windows.stream().mapToLong(Window::bytesWritten).sum();
  }

  public Measurement with(@Nullable PeerFigure figure, Surroundings seen, List<String> said) {
    return new Measurement(
        workload,
        pass,
        how,
        bytesBefore,
        seconds,
        windows,
        badBlocks,
        blocksChecked,
        stopped,
        seen,
        figure,
        said);
  }
}
