package dev.cleave.bench.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * For options that take a value only as cp's do, attached to them: {@code --reflink=never}. The
 * bare option stands for its fallback value, and what comes next is an operand.
 */
final class AttachedValue implements IParameterPreprocessor {
  @Override
  @SuppressWarnings("JdkObsolete") // picocli's interface has the stack
  public boolean preprocess(
      Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> details) {
    if (" ".equals(details.get("separator"))) {
      arguments.push(((OptionSpec) option).fallbackValue());
    }
    return false; // picocli goes on with the stack as it is now
  }
}
