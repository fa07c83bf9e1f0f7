package dev.cleave.engine.linux;

/**
 * What O_DIRECT asks of its requests to one file: {@code stx_dio_mem_align} and {@code
 * stx_dio_offset_align} of statx(2).
 *
 * @param memoryBytes the buffer's address is a multiple of it; 0 if the file can't be opened so
 * @param offsetBytes offsets and lengths are multiples of it; 0 likewise
 */
public record DirectAlignment(int memoryBytes, int offsetBytes) {
  public boolean isPossible() {
    return memoryBytes > 0 && offsetBytes > 0;
  }
}
