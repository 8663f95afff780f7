import { createHash } from 'node:crypto';

/** Who answers: the system that is being replaced, or a service of ours. */
export type Side = 'old' | 'new';

/** Evenly spread over 0 to 99, and the same for the same visitor each time. */
const placeOf = (visitor: string): number =>
  createHash('sha256').update(visitor).digest().readUInt32BE() % 100;

/**
 * Which side answers a visitor. Who is with the old one at some share is with it at each greater one.
 *
 * @param options.share how many of a hundred visitors the old one answers; absent: none, whatever they wish
 * @param options.wish what the request asks for by name
 */
export const chooseSide = ({
  share,
  wish,
  visitor,
}: {
  share: number | undefined;
  wish: unknown;
  visitor: string;
}): Side => {
  if (share === undefined) return 'new';
  if (wish === 'old' || wish === 'new') return wish;
  return placeOf(visitor) < share ? 'old' : 'new';
};
