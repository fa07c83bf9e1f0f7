package dev.cleave.engine;

import dev.cleave.engine.linux.InterceptedCall;
import dev.cleave.engine.linux.Syscalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The real system calls, and a list of those of some names with their last argument. */
final class RecordedSyscalls {
  private final Set<String> recorded;
  private final List<String> calls = new ArrayList<>();

  RecordedSyscalls(Set<String> recorded) {
    this.recorded = recorded;
  }

  Syscalls syscalls() {
    return InterceptedCall.all(
        call -> {
          record(call.name(), call.arguments());
          return call.make();
        });
  }

  private synchronized void record(String call, Object[] arguments) {
    if (recorded.contains(call)) {
      boolean isMode = call.equals("fchmod") || call.equals("openat");
      String mode =
          isMode ? " " + Integer.toOctalString((int) arguments[arguments.length - 1]) : "";
      calls.add(call + mode);
    }
  }

  synchronized List<String> calls() {
    return List.copyOf(calls);
  }
}
