/** What the commands of a pipeline were answered with; throws what the first failed with. */
export const repliesOf = async (
  executed: Promise<[error: Error | null, reply: unknown][] | null>,
): Promise<unknown[]> => {
  const replies = (await executed) ?? [];
  const failure = replies.find(([error]) => error)?.[0];
  if (failure) throw failure;
  return replies.map(([, reply]) => reply);
};
