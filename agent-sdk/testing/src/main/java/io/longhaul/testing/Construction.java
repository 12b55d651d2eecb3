package io.longhaul.testing;

import io.longhaul.agent.AgentSetup;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/** Constructs an agent by the constructor that the service would take. */
final class Construction {

  private Construction() {}

  static <A> A construct(Class<A> type, AgentSetup setup) {
    try {
      return wantsSetup(type)
          ? open(type.getConstructor(AgentSetup.class)).newInstance(setup)
          : open(type.getConstructor()).newInstance();
    } catch (InvocationTargetException thrown) {
      throw new IllegalStateException(
          "the constructor of " + type.getName() + " threw " + thrown.getCause(),
          thrown.getCause());
    } catch (ReflectiveOperationException unusable) {
      throw new IllegalArgumentException(
          type.getName()
              + " has no public constructor that takes nothing or an"
              + " AgentSetup; give it one, or use AgentTester.of(setup -> ...)",
          unusable);
    }
  }

  /** The class itself need not be public. */
  private static <A> Constructor<A> open(Constructor<A> constructor) {
    constructor.setAccessible(true);
    return constructor;
  }

  private static boolean wantsSetup(Class<?> type) {
    return Arrays.stream(type.getConstructors())
        .map(Constructor::getParameterTypes)
        .anyMatch(parameters -> Arrays.equals(parameters, new Class<?>[] {AgentSetup.class}));
  }
}
