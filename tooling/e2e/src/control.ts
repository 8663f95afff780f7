import { setTimeout as pause } from 'node:timers/promises';
import type { ProcessState, Stack } from './stack.ts';

/** Polls until `probe` gives something; the outside of a whole system has no other signal. */
export const eventually = async <T>(
  what: string,
  probe: () => Promise<T | undefined | false>,
  timeoutMs = 60_000,
): Promise<T> => {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const found = await probe().catch(() => undefined);
    if (found !== undefined && found !== false) return found;
    if (Date.now() > until) throw new Error(`${what}: not within ${timeoutMs / 1000} s`);
    await pause(100);
  }
};

/** The app host as an operator uses it. */
export const createControl = ({ hostUrl }: Pick<Stack, 'hostUrl'>) => {
  const processes = async (): Promise<ProcessState[]> => {
    const answer = await fetch(`${hostUrl}/processes`, { signal: AbortSignal.timeout(10_000) });
    return ((await answer.json()) as { processes: ProcessState[] }).processes;
  };
  const act = async (name: string, action: 'start' | 'stop' | 'kill'): Promise<void> => {
    const answer = await fetch(`${hostUrl}/processes/${name}/${action}`, {
      method: 'POST',
      signal: AbortSignal.timeout(60_000),
    });
    if (!answer.ok) throw new Error(`${action} ${name}: ${await answer.text()}`);
  };
  return {
    processes,
    start: (name: string) => act(name, 'start'),
    stop: (name: string) => act(name, 'stop'),
    /** kill -9, at a moment of what is under way; the host starts it again. */
    kill: async (name: string, { afterMs = 0 } = {}) => {
      await pause(afterMs);
      await act(name, 'kill');
    },
    allReady: () =>
      eventually(
        'all processes ready',
        async () => (await processes()).every(({ state }) => state === 'ready' || state === 'external'),
        90_000,
      ),
  };
};
