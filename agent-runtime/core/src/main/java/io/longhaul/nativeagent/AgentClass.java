package io.longhaul.nativeagent;

import com.fasterxml.classmate.TypeResolver;
import io.longhaul.agent.Agent;
import io.longhaul.agent.AgentSetup;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;

/**
 * The class that a manifest names, with the types it works on.
 *
 * @param input a record
 */
record AgentClass(Class<? extends Agent<?, ?>> type, Class<?> input, Type output) {

  static AgentClass find(String name, ClassLoader loader) {
    var type = load(name, loader);
    if (!Agent.class.isAssignableFrom(type)) {
      throw new UnusableAgent(
          "The manifest's handler %s does not implement %s; let it implement Agent<Input, Output>"
              .formatted(name, Agent.class.getName()),
          null);
    }
    var types = new TypeResolver().resolve(type).typeParametersFor(Agent.class);
    var input = types.isEmpty() ? Object.class : types.getFirst().getErasedType();
    if (!input.isRecord()) {
      throw new UnusableAgent(
          "The input of %s is %s; it must be a record, named where the class implements Agent"
              .formatted(name, input == Object.class ? "not known" : input.getName()),
          null);
    }
    return new AgentClass(agent(type), input, types.getLast());
  }

  private static Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException | NoClassDefFoundError missing) {
      throw new UnusableAgent(
          "The manifest's handler %s was not found (%s); name it in full, and see that it is built"
              .formatted(name, missing),
          missing);
    } catch (LinkageError broken) {
      throw new UnusableAgent(
          "The manifest's handler %s does not load: %s".formatted(name, broken), broken);
    }
  }

  @SuppressWarnings("unchecked")
  private static Class<? extends Agent<?, ?>> agent(Class<?> type) {
    return (Class<? extends Agent<?, ?>>) type;
  }

  Agent<?, ?> construct(AgentSetup setup) {
    try {
      for (var constructor : type.getConstructors()) {
        var parameters = constructor.getParameterTypes();
        if (parameters.length == 1 && parameters[0] == AgentSetup.class) {
          return type.cast(open(constructor).newInstance(setup));
        }
      }
      return type.cast(open(type.getConstructor()).newInstance());
    } catch (InvocationTargetException thrown) {
      throw new UnusableAgent(
          "The constructor of %s failed: %s".formatted(type.getName(), thrown.getCause()),
          thrown.getCause());
    } catch (ReflectiveOperationException unusable) {
      throw new UnusableAgent(
          "%s cannot be constructed; give it a public constructor that takes nothing or an AgentSetup"
              .formatted(type.getName()),
          unusable);
    }
  }

  /** The class itself need not be public. */
  private static Constructor<?> open(Constructor<?> constructor) {
    constructor.setAccessible(true);
    return constructor;
  }
}
