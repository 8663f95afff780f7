import { withDeadline } from './with-deadline.ts';

export interface Readiness {
  ready: boolean;
  checks: Record<string, { ok: boolean; error?: string }>;
}

export interface Health {
  /**
   * A dependency without which the process cannot serve; `check` rejects while it is out of reach. With
   * `onlyAtStart` one that it needs to have reached once: an outage later is shown, and the process stays ready.
   */
  addCheck(name: string, check: () => Promise<void>, options?: { onlyAtStart?: boolean }): void;
  /** From now on not ready: the process is stopping. */
  setDraining(): void;
  isDraining(): boolean;
  readiness(): Promise<Readiness>;
}

/** Readiness of a process: every check passes within `checkTimeoutMs` and nobody asked it to stop. */
export const createHealth = ({ checkTimeoutMs = 1000 } = {}): Health => {
  const checks = new Map<string, () => Promise<void>>();
  const onlyAtStart = new Set<string>();
  const reached = new Set<string>();
  let draining = false;
  return {
    addCheck: (name, check, options) => {
      checks.set(name, check);
      if (options?.onlyAtStart) onlyAtStart.add(name);
    },
    setDraining: () => void (draining = true),
    isDraining: () => draining,
    readiness: async () => {
      const results = await Promise.all(
        [...checks].map(async ([name, check]) => {
          try {
            await withDeadline(check, checkTimeoutMs);
            reached.add(name);
            return [name, { ok: true }] as const;
          } catch (error) {
            return [
              name,
              { ok: false, error: error instanceof Error ? error.message : String(error) },
            ] as const;
          }
        }),
      );
      const stopping = draining ? [['process', { ok: false, error: 'stopping' }] as const] : [];
      const all = [...stopping, ...results];
      return {
        ready: all.every(([name, { ok }]) => ok || (onlyAtStart.has(name) && reached.has(name))),
        checks: Object.fromEntries(all),
      };
    },
  };
};
