import type { ProcessContext } from '@quayside/runtime';
import type { Redis } from 'ioredis';
import { createLimits } from '../limits/limits.ts';
import { createAttacks } from '../proof-of-work/attacks.ts';
import { createChallenges } from '../proof-of-work/challenges.ts';
import { demandProofs } from '../proof-of-work/demand-proofs.ts';
import type { GatewayConfig } from './config.ts';

export interface ProofTimes {
  /** How long an attack lasts after its last sign. */
  attackMs?: number;
  /** How long a task counts. */
  taskMs?: number;
}

/** The limits, with a proof of work asked of what is under attack. */
export const limitsWithProofs = (
  { config, logger, metrics }: Pick<ProcessContext<GatewayConfig>, 'config' | 'logger' | 'metrics'>,
  {
    redis,
    security,
    times = {},
  }: Pick<Parameters<typeof createLimits>[0], 'security'> & {
    redis: Redis;
    times?: ProofTimes | undefined;
  },
) => {
  const factor = config.LIMIT_FACTOR;
  const attacks = createAttacks({ redis, factor, security, metrics, logger, lastsMs: times.attackMs });
  const secret = config.GATEWAY_CLIENT_SECRET;
  const challenges = createChallenges({ redis, secret, lastMs: times.taskMs });
  const proofs = { attacks, challenges };
  return { proofs, limits: demandProofs(createLimits({ redis, factor, security }), proofs) };
};
