package dev.cleave.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "512,512",
    "4MiB,4194304",
    "2GB,2000000000",
    "1.5GiB,1610612736",
    "64KiB,65536",
    "1k,1000"
  })
  void readsSizes(String text, long bytes) {
    assertThat(ByteSize.parse(text).bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MiB", "-1", "4 Mibi", "1e9", "9999999TiB", "4iB"})
  void refusesWhatIsNoSize(String text) {
    assertThatThrownBy(() -> ByteSize.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0B",
    "1023,1023B",
    "1024,1KiB",
    "1536,1.5KiB",
    "4194304,4MiB",
    "1610612736,1.5GiB"
  })
  void writesSizesShort(long bytes, String text) {
    assertThat(ByteSize.format(bytes)).isEqualTo(text);
  }
}
