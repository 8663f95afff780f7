import { createHmac } from 'node:crypto';
import { gatewayApi, type GuardedAction } from '@quayside/contracts';
import { problemOf, ProblemError } from '@quayside/http';
import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';

const usualMs = 600_000;
/** A third of a second to a second and a half of a usual phone, and as much of an attacker for each try. */
const work = { algorithm: 'PBKDF2/SHA-256', cost: 4_000, least: 60, most: 300 } as const;

const proof = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      ...{ algorithm: z.literal(work.algorithm), cost: z.literal(work.cost), keyLength: z.literal(32) },
      ...{ nonce: z.string().max(64), salt: z.string().max(64), keyPrefix: z.string().max(64) },
      expiresAt: z.int(),
      data: z.object({ action: z.string() }),
    }),
    signature: z.string().max(128),
  }),
  solution: z.object({ counter: z.int().min(0), derivedKey: z.string().max(128) }),
});

const read = (text: string): z.infer<typeof proof> | undefined => {
  try {
    return proof.safeParse(JSON.parse(Buffer.from(text, 'base64').toString())).data;
  } catch {
    return undefined;
  }
};

type Reason = 'wrong' | 'expired' | 'used' | 'of-another-action';

const refused = (reason: Reason): ProblemError =>
  new ProblemError({
    ...problemOf('proof-of-work-refused', gatewayApi.problems['proof-of-work-refused']),
    extra: { reason },
  });

export interface Challenges {
  make(action: GuardedAction): ReturnType<typeof createChallenge>;
  /** Takes a proof, which counts no second time. @throws {ProblemError} 403 `proof-of-work-refused` */
  redeem(action: GuardedAction, proof: string): Promise<void>;
}

/**
 * Tasks that say under our signature what they are for and how long, so that nothing of them is kept; of those that were solved it is
 * kept that they were, in Redis for all replicas and in this process for when that is away.
 *
 * @param options.secret of the gateway; what signs is derived from it
 */
export const createChallenges = (options: {
  redis: Redis;
  secret: string;
  lastMs?: number | undefined;
}): Challenges => {
  const { redis, secret, lastMs = usualMs } = options;
  const keyFor = (purpose: string) =>
    createHmac('sha256', secret).update(`proof-of-work ${purpose}`).digest('hex');
  const keys = { hmacSignatureSecret: keyFor('task'), hmacKeySignatureSecret: keyFor('solution') };
  const used = new LRUCache<string, true>({ max: 50_000 });

  const isFirst = async (signature: string, forMs: number): Promise<boolean> => {
    if (used.has(signature)) return false;
    used.set(signature, true, { ttl: forMs });
    try {
      return (await redis.set(`gateway:proof-of-work:${signature}`, '1', 'PX', forMs, 'NX')) === 'OK';
    } catch {
      return true;
    }
  };

  return {
    make: (action) =>
      createChallenge({
        ...{ algorithm: work.algorithm, cost: work.cost, deriveKey },
        counter: randomInt(work.most, work.least),
        data: { action },
        expiresAt: new Date(Date.now() + lastMs),
        ...keys,
      }),
    redeem: async (action, text) => {
      const found = read(text);
      if (!found) throw refused('wrong');
      const { challenge, solution } = found;
      const { expired, verified } = await verifySolution({ challenge, solution, deriveKey, ...keys });
      if (expired) throw refused('expired');
      if (!verified) throw refused('wrong');
      const { data, expiresAt } = challenge.parameters;
      if (data.action !== action) throw refused('of-another-action');
      const forMs = Math.max(1, expiresAt * 1000 + 1000 - Date.now());
      if (!(await isFirst(challenge.signature, forMs))) throw refused('used');
    },
  };
};
