package dev.cleave.bench.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Parses the options of one command and runs it; the one place that turns exceptions into codes.
 */
final class CommandRunner {
  private CommandRunner() {}

  static int run(CommandKind kind, String[] args, Console console) {
    CommandLine line = commandLine(kind, console);
    try {
      line.parseArgs(args);
      CommandLine chosen = chosen(line);
      if (chosen.isUsageHelpRequested()) {
        chosen.usage(console.out());
        return ExitCode.DONE;
      }
      Callable<Integer> command = chosen.getCommand();
      return command.call();
    } catch (ParameterException e) {
      console.say(oneLine(e));
      console.err().println("Try 'cleave " + kind + " --help' for more information.");
      return kind == CommandKind.COPY ? ExitCode.FAILED : ExitCode.WRONG_USAGE;
    } catch (CommandException e) {
      console.say(oneLine(e));
      return e.exitCode() == ExitCode.WRONG_USAGE && kind == CommandKind.COPY
          ? ExitCode.FAILED
          : e.exitCode();
    } catch (CancellationException e) {
      return ExitCode.FAILED; // on Ctrl-C the JVM is about to end with its own code
    } catch (IOException e) {
      console.say(describe(e));
      return ExitCode.FAILED;
    } catch (Exception e) {
      throw new IllegalStateException("a defect of Cleave: " + e, e);
    }
  }

  private static CommandLine commandLine(CommandKind kind, Console console) {
    return kind.create(console)
        .setCommandName("cleave " + kind)
        .setPosixClusteredShortOptionsAllowed(true)
        .setAbbreviatedOptionsAllowed(true)
        .setExpandAtFiles(false);
  }

  /** The innermost command that was named. */
  private static CommandLine chosen(CommandLine line) {
    CommandLine.ParseResult parsed = line.getParseResult();
    return parsed.hasSubcommand() ? chosen(parsed.subcommand().commandSpec().commandLine()) : line;
  }

  private static String oneLine(Exception e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
  }

  private static String describe(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> denied.getFile() + ": Permission denied";
      case NoSuchFileException missing -> missing.getFile() + ": No such file or directory";
      case FileSystemException failed when failed.getReason() != null ->
          failed.getFile() + ": " + failed.getReason();
      default -> oneLine(e);
    };
  }
}
