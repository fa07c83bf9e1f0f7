package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bench.peer.PeerKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeerNamesTest {
  @ParameterizedTest
  @EnumSource
  void aPeerIsFoundByItsName(PeerKind kind) {
    assertThat(new PeerNames().convert(kind.toString())).isEqualTo(kind);
  }
}
