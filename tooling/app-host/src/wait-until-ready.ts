import type { Supervised, SupervisorLog } from './supervise.ts';

const remindAfterMs = 20_000;

/** Resolves when all were ready once; names those that are not, every now and then. */
export async function waitUntilReady(
  all: readonly Supervised[],
  log: SupervisorLog,
  signal: AbortSignal,
): Promise<void> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason as Error);
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  const reminder = setInterval(() => {
    const waiting = all.filter((one) => one.state !== 'ready').map((one) => `${one.name} (${one.state})`);
    log.error(`still waiting for ${waiting.join(', ')}`);
  }, remindAfterMs);
  try {
    await Promise.race([Promise.all(all.map((one) => one.firstReady)), aborted.promise]);
  } finally {
    clearInterval(reminder);
    signal.removeEventListener('abort', abort);
  }
}
