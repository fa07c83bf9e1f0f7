package dev.cleave.bench.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;

/** Runs one command; the one place that turns exceptions into exit codes. */
final class CommandRunner {
  private CommandRunner() {}

  static int run(CommandKind kind, String[] args, Console console) {
    try {
      return kind.run(args, console);
    } catch (CommandException e) {
      console.say(String.valueOf(e.getMessage()));
      e.details().forEach(console.err()::println);
      if (e.exitCode() != ExitCode.WRONG_USAGE) {
        return e.exitCode();
      }
      String command = kind == CommandKind.COPY ? console.copyName() : "cleave " + kind;
      console.err().println("Try '" + command + " --help' for more information.");
      return kind == CommandKind.COPY ? ExitCode.FAILED : ExitCode.WRONG_USAGE;
    } catch (CancellationException e) {
      return ExitCode.FAILED; // on Ctrl-C the JVM is about to end with its own code
    } catch (IOException e) {
      console.say(describe(e));
      return ExitCode.FAILED;
    } catch (Exception e) {
      throw new IllegalStateException("a defect of Cleave: " + e, e);
    }
  }

  /** What there is to say of it. */
  static String describe(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> denied.getFile() + ": Permission denied";
      case NoSuchFileException missing -> missing.getFile() + ": No such file or directory";
      case FileAlreadyExistsException there -> there.getFile() + ": File exists";
      case DirectoryNotEmptyException full -> full.getFile() + ": Directory not empty";
      case FileSystemException failed when failed.getReason() != null ->
          failed.getFile() + ": " + failed.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
