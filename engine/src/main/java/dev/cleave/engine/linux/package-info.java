/**
 * Linux system calls: {@link dev.cleave.engine.linux.Syscalls} is the seam, one Java method per
 * call without retry or policy, {@link dev.cleave.engine.linux.Libc} makes them, and only {@link
 * dev.cleave.engine.linux.NativeSyscall} behind it links native code. {@link
 * dev.cleave.engine.linux.SystemCall} is a thread's memory for a call.
 *
 * <p>Every call goes through libc's {@code syscall(2)} with six {@code long} arguments: the first
 * downcall of a process costs about 110 ms and each further <em>shape</em> several more, so one
 * shape serves all of them. That makes call numbers depend on the architecture: {@link
 * dev.cleave.engine.linux.CallNumber} has them for x86-64 and for the generic table (aarch64,
 * riscv64, loongarch64).
 */
@NullMarked
package dev.cleave.engine.linux;

import org.jspecify.annotations.NullMarked;
