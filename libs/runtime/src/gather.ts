interface Call<Input, Output> {
  input: Input;
  resolve(output: Output): void;
  reject(error: unknown): void;
}

/**
 * Calls of one turn of the event loop, and those that come while one is under way, go together in the next: a lone
 * call waits for nobody, and many share a round trip and its wait for the journal.
 *
 * @param run answers all inputs in their order; what it throws, every call of that run throws
 * @param most inputs of one run
 */
export const gather = <Input, Output>(
  run: (inputs: readonly Input[]) => Promise<readonly Output[]>,
  most = 100,
): ((input: Input) => Promise<Output>) => {
  const waiting: Call<Input, Output>[] = [];
  let isRunning = false;

  const runTogether = async (calls: readonly Call<Input, Output>[]): Promise<void> => {
    try {
      const outputs = await run(calls.map(({ input }) => input));
      calls.forEach((call, at) => call.resolve(outputs[at] as Output));
    } catch (error) {
      for (const call of calls) call.reject(error);
    }
  };

  const runWaiting = async (): Promise<void> => {
    await new Promise((turned) => setImmediate(turned));
    while (waiting.length > 0) await runTogether(waiting.splice(0, most));
    isRunning = false;
  };

  return (input) => {
    const { promise, resolve, reject } = Promise.withResolvers<Output>();
    waiting.push({ input, resolve, reject });
    if (!isRunning) {
      isRunning = true;
      void runWaiting();
    }
    return promise;
  };
};
