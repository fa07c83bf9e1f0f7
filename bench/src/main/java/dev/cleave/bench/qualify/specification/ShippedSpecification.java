package dev.cleave.bench.qualify.specification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The specifications that come with the program, and their JSON Schema. */
public final class ShippedSpecification {
  private static final List<String> NAMES =
      List.of("etcd-ready", "nvme-gen4", "sata-ssd", "nearline-hdd", "cloud-volume", "nfs");

  private ShippedSpecification() {}

  public static List<String> names() {
    return NAMES;
  }

  public static boolean isName(String name) {
    return NAMES.contains(name);
  }

  /**
   * The whole file of that name.
   *
   * @throws IOException if it is not in Cleave's jar
   */
  public static String text(String name) throws IOException {
    return resource(name + ".yaml");
  }

  /** The JSON Schema (draft 2020-12) of specifications. */
  public static String schema() throws IOException {
    return resource("specification.schema.json");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ShippedSpecification.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is not in Cleave's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
