import type { GuardedAction } from '@quayside/contracts';
import { callApi } from './call-api.ts';

/**
 * What the browser has to compute before something is sent, where it is under attack; else nothing. Whatever goes wrong, it is sent all the
 * same, and told what is missing.
 */
export const proofOfWork = async (action: GuardedAction): Promise<string | undefined> => {
  const asked = await callApi('GET /api/v1/proof-of-work/:action', { params: { action } });
  if (!asked.ok || !asked.data) return undefined;
  const challenge = asked.data;
  const [{ solveChallenge }, { deriveKey }] = await Promise.all([
    import('altcha-lib'),
    import('altcha-lib/algorithms/web/pbkdf2'),
  ]);
  const solution = await solveChallenge({ challenge, deriveKey });
  return solution ? btoa(JSON.stringify({ challenge, solution })) : undefined;
};
