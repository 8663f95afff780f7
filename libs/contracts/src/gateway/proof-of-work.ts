import { z } from 'zod';

/** What asks for a proof of work while it is under attack, as limits call it. */
export const guardedAction = z.enum(['registration', 'reset', 'contact', 'sign-in']);
export type GuardedAction = z.infer<typeof guardedAction>;

/**
 * How often all visitors together do it in so many seconds before that counts as an attack: more than any day of ours, less than
 * what many addresses can do that keep to the limits of one. Of one address, IPv6 by its /64, no more than `ofOneAddress` count, so that
 * it takes many to bring proofs on for all.
 */
export const attackSigns: Readonly<
  Record<GuardedAction, { readonly count: number; readonly ofOneAddress: number; readonly seconds: number }>
> = {
  registration: { count: 60, ofOneAddress: 3, seconds: 60 },
  reset: { count: 60, ofOneAddress: 3, seconds: 60 },
  contact: { count: 30, ofOneAddress: 2, seconds: 60 },
  'sign-in': { count: 600, ofOneAddress: 30, seconds: 60 },
};

/** Of a call: the proof. A form that a browser sends by itself has it in its address, under `proofParameter`. */
export const proofHeader = 'x-proof-of-work';
export const proofParameter = 'proof-of-work';

/** A task as `altcha-lib` sets it; solved and as base64 of `{"challenge", "solution"}` it is the proof. */
export const challenge = z
  .object({
    parameters: z.looseObject({
      algorithm: z.string(),
      nonce: z.string(),
      salt: z.string(),
      cost: z.int(),
      keyLength: z.int(),
      keyPrefix: z.string(),
    }),
    signature: z.string(),
  })
  .meta({ id: 'ProofOfWorkChallenge' });

export const proofProblems = {
  'proof-of-work-missing': {
    status: 403,
    title: 'So much is asked here right now that each browser has to compute something first',
  },
  'proof-of-work-refused': {
    status: 403,
    title:
      'What the browser computed does not count: it is wrong, too old, used already or for something else',
  },
} as const;
