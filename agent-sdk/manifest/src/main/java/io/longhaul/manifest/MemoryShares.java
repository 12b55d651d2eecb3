package io.longhaul.manifest;

/**
 * How a Lambda handler's task shares out its memory: the service's part first, then equal ones for
 * the instances. A container that takes more than it has is killed with every call in it, so the
 * parts never add up to more.
 */
final class MemoryShares {

  /** Lambda's own, in MB. */
  static final int LEAST = 128;

  /** The service's JVM gets no flag about it, and then its heap grows to this part at most. */
  private static final int QUARTER = 4;

  /**
   * What that JVM takes beside its heap, in MB: classes, compiled code, stacks, buffers, and the
   * embedded store's native code. Some 130 were seen.
   */
  private static final int BESIDE_HEAP = 192;

  private MemoryShares() {}

  /** The service's own part, in MB. */
  static long service(ByteSize memory) {
    return megabytes(memory) / QUARTER + BESIDE_HEAP;
  }

  /** One instance's, in MB. */
  static int instance(ByteSize memory, int instances) {
    return Math.toIntExact(left(memory) / instances);
  }

  /** How many instances a task can have. */
  static int most(ByteSize memory) {
    return Math.toIntExact(left(memory) / LEAST);
  }

  private static long left(ByteSize memory) {
    return Math.max(0, megabytes(memory) - service(memory));
  }

  private static long megabytes(ByteSize memory) {
    return memory.bytes() >> 20;
  }
}
