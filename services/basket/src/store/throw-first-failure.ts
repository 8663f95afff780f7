/** Of a pipeline's replies. */
export const throwFirstFailure = (replies: [error: Error | null, reply: unknown][] | null): void => {
  const failure = replies?.find(([error]) => error)?.[0];
  if (failure) throw failure;
};
