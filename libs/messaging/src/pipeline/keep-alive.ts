import { membership } from '../kafka/kafka-driver.ts';

/** Sends heartbeats while `work` runs, so that a slow handler or its retries do not cost the group membership. */
export const keepAlive = async <T>(heartbeat: () => Promise<void>, work: () => Promise<T>): Promise<T> => {
  // A failed one (such as a rebalance) shows again at the heartbeat that follows the message.
  const timer = setInterval(() => void heartbeat().catch(() => undefined), membership.heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
};
