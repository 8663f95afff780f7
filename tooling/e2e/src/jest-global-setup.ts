import { leaveWithFault, startOutsideProvider } from '@quayside/testkit';
import { announceStack, startStack } from './stack.ts';

declare global {
  var quaysideE2eStack: { stop(): Promise<void> } | undefined;
}

/** Starts the whole system once per run, unless `QUAYSIDE_E2E_STACK` names one that runs. */
export default async function startSystem(): Promise<void> {
  if (process.env['QUAYSIDE_E2E_STACK']) return;
  const pilot = await startOutsideProvider();
  const OUTSIDE_PROVIDERS = JSON.stringify([
    { id: 'pilot', label: 'Pilot House', issuer: pilot.issuer, ...pilot.client, trustsEmail: true },
  ]);
  const stack = await startStack({ environment: { OUTSIDE_PROVIDERS } }).catch(leaveWithFault);
  pilot.allow(`${stack.origin}/identity/outside/pilot/callback`);
  globalThis.quaysideE2eStack = {
    stop: async () => {
      await stack.stop();
      await pilot.close();
    },
  };
  announceStack(stack);
}
