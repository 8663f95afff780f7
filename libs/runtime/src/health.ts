export interface Readiness {
  ready: boolean;
  checks: Record<string, { ok: boolean; error?: string }>;
}

export interface Health {
  /** A dependency without which the process cannot serve; `check` rejects while it is out of reach. */
  addCheck(name: string, check: () => Promise<void>): void;
  /** From now on not ready: the process is stopping. */
  setDraining(): void;
  isDraining(): boolean;
  readiness(): Promise<Readiness>;
}

const withDeadline = async (check: () => Promise<void>, ms: number): Promise<void> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  try {
    await Promise.race([check(), promise]);
  } finally {
    clearTimeout(timer);
  }
};

/** Readiness of a process: every check passes within `checkTimeoutMs` and nobody asked it to stop. */
export const createHealth = ({ checkTimeoutMs = 1000 } = {}): Health => {
  const checks = new Map<string, () => Promise<void>>();
  let draining = false;
  return {
    addCheck: (name, check) => void checks.set(name, check),
    setDraining: () => void (draining = true),
    isDraining: () => draining,
    readiness: async () => {
      const results = await Promise.all(
        [...checks].map(async ([name, check]) => {
          try {
            await withDeadline(check, checkTimeoutMs);
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
      return { ready: all.every(([, result]) => result.ok), checks: Object.fromEntries(all) };
    },
  };
};
