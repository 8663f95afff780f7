import type { IncomingMessage } from 'node:http';
import {
  gatewayApi,
  guardedAction,
  proofHeader,
  proofParameter,
  type CostlyAction,
  type GuardedAction,
} from '@quayside/contracts';
import { addressKey, noContent, ok, problemOf, ProblemError, type Api } from '@quayside/http';
import { clientAddressOf } from '../edge/client-address.ts';
import type { Limits } from '../limits/limits.ts';
import type { Attacks } from './attacks.ts';
import type { Challenges } from './challenges.ts';

const missing = problemOf('proof-of-work-missing', gatewayApi.problems['proof-of-work-missing']);

const isGuarded = (action: CostlyAction): action is CostlyAction & GuardedAction =>
  guardedAction.safeParse(action).success;

/** Taken from what came, as it is nobody else's. */
const takeProof = (req: IncomingMessage & { originalUrl?: string }): string | undefined => {
  const said = req.headers[proofHeader];
  delete req.headers[proofHeader];
  if (typeof said === 'string') return said;
  const { searchParams } = new URL(req.originalUrl ?? req.url ?? '/', 'http://gateway');
  return searchParams.get(proofParameter) ?? undefined;
};

/** The same limits, that ask for a proof of work too of what is under attack. */
export const demandProofs = (
  limits: Limits,
  { attacks, challenges }: { attacks: Attacks; challenges: Challenges },
): Limits => ({
  ...limits,
  countAction: async (req, res, action) => {
    // What is refused here is no sign of an attack by many.
    await limits.countAction(req, res, action);
    if (!isGuarded(action)) return;
    const given = takeProof(req);
    await attacks.count(action, addressKey(clientAddressOf(req)));
    if (!(await attacks.isOn(action))) return;
    if (given === undefined) throw new ProblemError(missing);
    await challenges.redeem(action, given);
  },
});

/** Where browsers ask whether they have to compute something, and what. */
export const serveProofs = (
  api: Api,
  { attacks, challenges }: { attacks: Attacks; challenges: Challenges },
): void => {
  api.serve(gatewayApi, {
    getProofOfWork: async ({ params: { action } }) =>
      (await attacks.isOn(action)) ? ok(await challenges.make(action)) : noContent(),
  });
};
