/**
 * What `work` resolves to, if it does so within `ms` milliseconds. It is not called off: what comes later goes nowhere.
 *
 * @throws what `work` rejects with; an Error once the time is over
 */
export const withDeadline = async <T>(work: () => Promise<T>, ms: number): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  try {
    return await Promise.race([work(), promise]);
  } finally {
    clearTimeout(timer);
  }
};
