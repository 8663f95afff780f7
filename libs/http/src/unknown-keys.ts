/**
 * What an answer has and its schema does not know, as paths such as `items[].prices`: a schema takes such keys out of what
 * it reads, so that they are missing there.
 *
 * @param read the answer as its schema read it
 */
export const unknownKeys = (answer: unknown, read: unknown, path = ''): string[] => {
  if (Array.isArray(answer)) {
    const others = Array.isArray(read) ? (read as unknown[]) : [];
    return [...new Set(answer.flatMap((entry, at) => unknownKeys(entry, others[at], `${path}[]`)))];
  }
  if (!isRecord(answer) || !isRecord(read)) return [];
  return Object.entries(answer).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`;
    if (value === undefined) return [];
    return key in read ? unknownKeys(value, read[key], name) : [name];
  });
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Date);
