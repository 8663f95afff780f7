import type { RouteDefinition } from '@quayside/contracts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Date);

/**
 * What an answer has and its schema does not know, as paths such as `items[].prices`: a schema takes such keys out of what
 * it reads, so that they are missing there.
 *
 * @param read the answer as its schema read it
 */
const unknownKeys = (answer: unknown, read: unknown, path = ''): string[] => {
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

/**
 * Whether an answer is what its route says, and no more. A body that is bytes already is taken as it is.
 *
 * @throws {Error} naming the route and what is wrong
 */
export const checkAnswer = (route: RouteDefinition, status: number, body: unknown): void => {
  const schema = route.answers[status]?.schema;
  if (!schema || Buffer.isBuffer(body)) return;
  const result = schema.safeParse(body);
  const what = `${route.method} ${route.path} answered ${status}`;
  if (!result.success) throw new Error(`${what} against its schema`, { cause: result.error });
  const extra = unknownKeys(body, result.data);
  if (extra.length > 0) throw new Error(`${what} with more than its schema: ${extra.join(', ')}`);
};
