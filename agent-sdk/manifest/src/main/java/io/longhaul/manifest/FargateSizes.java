package io.longhaul.manifest;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The pairs of processor and memory that Fargate offers.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html">AWS:
 *     Fargate task definition differences</a>
 */
final class FargateSizes {

  private static final SortedMap<Integer, List<ByteSize>> MEMORY =
      sorted(
          Map.of(
              256, Stream.of("512MB", "1GB", "2GB").map(ByteSize::parse).toList(),
              512, gigabytes(1, 4, 1),
              1024, gigabytes(2, 8, 1),
              2048, gigabytes(4, 16, 1),
              4096, gigabytes(8, 30, 1),
              8192, gigabytes(16, 60, 4),
              16384, gigabytes(32, 120, 8)));

  private FargateSizes() {}

  /** In units of 1/1024 of a processor, ascending. */
  static Set<Integer> cpus() {
    return MEMORY.keySet();
  }

  /** The sizes offered for a number of processor units, ascending; empty for a wrong number. */
  static List<ByteSize> memory(int cpu) {
    return MEMORY.getOrDefault(cpu, List.of());
  }

  /** The least processor that comes with a memory; empty if none does. */
  static Optional<Integer> cpuFor(ByteSize memory) {
    return cpus().stream().filter(cpu -> memory(cpu).contains(memory)).findFirst();
  }

  /** Whether a memory comes with any processor. */
  static boolean offers(ByteSize memory) {
    return cpuFor(memory).isPresent();
  }

  /** The least memory that so many instances fit into; empty if there is none. */
  static Optional<ByteSize> leastFor(int instances) {
    return cpus().stream().flatMap(cpu -> fitting(cpu, instances)).min(Comparator.naturalOrder());
  }

  /**
   * The least memory for a number of processor units that so many instances fit into; the largest
   * if there is none, 1 GB for a wrong number.
   */
  static ByteSize leastFor(int cpu, int instances) {
    var sizes = memory(cpu);
    return sizes.isEmpty()
        ? new ByteSize(1L << 30)
        : fitting(cpu, instances).findFirst().orElse(sizes.getLast());
  }

  /** The least processor from one on whose memory so many instances fit into; the largest else. */
  static int cpuFrom(int usual, int instances) {
    return cpus().stream()
        .filter(cpu -> cpu >= usual && fitting(cpu, instances).findAny().isPresent())
        .findFirst()
        .orElse(MEMORY.lastKey());
  }

  private static Stream<ByteSize> fitting(int cpu, int instances) {
    return memory(cpu).stream().filter(size -> MemoryShares.most(size) >= instances);
  }

  private static SortedMap<Integer, List<ByteSize>> sorted(Map<Integer, List<ByteSize>> sizes) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
  }

  private static List<ByteSize> gigabytes(int from, int to, int step) {
    return LongStream.iterate(from, size -> size <= to, size -> size + step)
        .mapToObj(size -> new ByteSize(size << 30))
        .toList();
  }
}
