/** How long what is ready to run waits for its turn, in milliseconds. */
export type LoopDelay = () => number;

const everyMs = 100;
const weightOfNewest = 0.3;

/**
 * Measures while requests come and never else, so that an idle process stays idle: now and then one of them starts a
 * watch that is stopped when all that was ready before has run.
 */
export const createLoopDelay = (): LoopDelay => {
  let delay = 0;
  let lastAt = 0;
  let isMeasuring = false;
  return () => {
    const from = performance.now();
    if (!isMeasuring && from - lastAt > everyMs) {
      // What was measured long ago says nothing of now.
      if (from - lastAt > 10 * everyMs) delay = 0;
      isMeasuring = true;
      // A timer, which waits for a whole turn of the loop, sockets included.
      setTimeout(() => {
        lastAt = performance.now();
        delay += weightOfNewest * (lastAt - from - 1 - delay);
        isMeasuring = false;
      }, 1);
    }
    return delay;
  };
};
