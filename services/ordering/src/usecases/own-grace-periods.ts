/** How long others wait for the process that submitted an order to end its grace period. */
const othersAfterMs = 2000;

export interface OwnGracePeriods {
  readonly othersAfterMs: number;
  begin(orderId: string, endsAt: Date): void;
  close(): Promise<void>;
}

/**
 * The grace periods of the orders that this process submitted, ended by itself when it is time: no one else looks at
 * them before, so nothing need be claimed. If the process dies or fails at it, they are due work like any other.
 */
export const createOwnGracePeriods = (deps: {
  end: (orderId: string) => Promise<void>;
  now: () => Date;
  onFailure: (orderId: string, error: unknown) => void;
}): OwnGracePeriods => {
  const timers = new Set<NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();
  let isClosed = false;

  const end = (orderId: string): void => {
    const task = deps
      .end(orderId)
      .catch((error: unknown) => deps.onFailure(orderId, error))
      .finally(() => underWay.delete(task));
    underWay.add(task);
  };

  return {
    othersAfterMs,
    begin: (orderId, endsAt) => {
      if (isClosed) return;
      const inMs = endsAt.getTime() - deps.now().getTime();
      if (inMs <= 0) return end(orderId);
      const timer = setTimeout(() => {
        timers.delete(timer);
        end(orderId);
      }, inMs);
      timers.add(timer);
    },
    close: async () => {
      isClosed = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(underWay);
    },
  };
};
