import { createHash } from 'node:crypto';

/** The id of a note, in the form of a UUID: the same for the same key about the same customer. */
export const noteIdOf = (customerId: string, idempotencyKey: string): string => {
  const hex = createHash('sha256').update(`${customerId} ${idempotencyKey}`).digest('hex');
  const [a, b, c, d] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(13, 16), hex.slice(17, 20)];
  return `${a}-${b}-8${c}-a${d}-${hex.slice(20, 32)}`;
};
