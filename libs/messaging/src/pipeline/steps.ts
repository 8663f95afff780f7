/**
 * Splits what waits in a partition into steps: the messages of a step are of one kind and may be settled together,
 * the steps follow each other. Messages of one key keep their order, and so do those of one kind; different keys may
 * overtake each other.
 */
export const stepsOf = <T, Kind>(
  messages: readonly T[],
  of: { kind: (message: T) => Kind; key: (message: T) => string },
): T[][] => {
  const steps: { kind: Kind; messages: T[] }[] = [];
  const lastStepOfKey = new Map<string, number>();
  const lastStepOfKind = new Map<Kind, number>();
  for (const message of messages) {
    const kind = of.kind(message);
    const key = of.key(message);
    const latest = lastStepOfKind.get(kind) ?? -1;
    const mayJoin = latest >= 0 && latest >= (lastStepOfKey.get(key) ?? -1);
    const place = mayJoin ? latest : steps.push({ kind, messages: [] }) - 1;
    steps[place]?.messages.push(message);
    lastStepOfKey.set(key, place);
    lastStepOfKind.set(kind, place);
  }
  return steps.map((step) => step.messages);
};
