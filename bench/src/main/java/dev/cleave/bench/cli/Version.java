package dev.cleave.bench.cli;

/** Cleave's version, as the build wrote it into the manifest. */
final class Version {
  private Version() {}

  static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }
}
