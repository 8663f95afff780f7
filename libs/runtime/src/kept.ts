/**
 * Gives everybody who asks within `keptMs` milliseconds the same answer, also while it is being found. An answer that rejects
 * is not kept.
 */
export const kept = <T>(keptMs: number, ask: () => Promise<T>): (() => Promise<T>) => {
  let last: { at: number; answer: Promise<T> } | undefined;
  return () => {
    const at = performance.now();
    if (!last || at - last.at > keptMs) {
      const answer = ask();
      last = { at, answer };
      // What failed is asked anew by whoever comes next.
      answer.catch(() => {
        if (last?.answer === answer) last = undefined;
      });
    }
    return last.answer;
  };
};
