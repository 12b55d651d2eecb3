package io.longhaul.agent;

/**
 * The code that an agent runs. The runtime constructs one object per service, through a public
 * constructor that takes nothing or an {@link AgentSetup}, and calls it from many threads at once:
 * keep state that belongs to one execution in local variables.
 *
 * <p>Delivery is at least once. When a worker is lost, the same input runs again with a higher
 * {@link AgentContext#attempt()}; side effects should therefore be idempotent, and {@linkplain
 * AgentContext#checkpoint checkpoints} keep the repeated part short.
 *
 * @param <I> the input: a record. Its components, in snake_case, are the fields of the JSON body
 * @param <O> the output: a record, or any type that has a JSON form
 */
@FunctionalInterface
public interface Agent<I, O> {

  /**
   * Runs once. The calling thread is virtual, so blocking costs nothing; it is interrupted when the
   * execution is cancelled or its time is up, and the place is free only when this method has
   * ended.
   *
   * @param input the input, complete and within the bounds that its annotations name
   * @return the result, written as JSON; {@code null} becomes JSON's {@code null}
   * @throws InvalidInput if the input cannot be used: never retried
   * @throws PermanentFailure if trying again cannot help: never retried
   * @throws Exception if this attempt failed; a job is tried again while it has attempts left.
   *     Thrown while {@linkplain AgentContext#draining() draining}, it hands the job back instead
   *     and counts as no attempt
   */
  O execute(I input, AgentContext context) throws Exception;
}
