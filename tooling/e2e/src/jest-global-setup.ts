import { leaveWithFault } from '@quayside/testkit';
import { announceStack, startStack } from './stack.ts';

declare global {
  var quaysideE2eStack: { stop(): Promise<void> } | undefined;
}

/** Starts the whole system once per run, unless `QUAYSIDE_E2E_STACK` names one that runs. */
export default async function startSystem(): Promise<void> {
  if (process.env['QUAYSIDE_E2E_STACK']) return;
  const stack = await startStack().catch(leaveWithFault);
  globalThis.quaysideE2eStack = stack;
  announceStack(stack);
}
