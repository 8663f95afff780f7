import { setTimeout as pause } from 'node:timers/promises';

const codes = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'UND_ERR_SOCKET']);
const soonMs = 1000;

interface Fault {
  code?: string;
  cause?: { code?: string };
}

/**
 * Whether a read that failed is worth one more try: the connection broke, as it does when a pod stops, and it broke
 * soon, so that it was not a timeout of ours and the caller has time left.
 */
export const worthAnotherTry = (method: string, error: unknown, sentAt: number): boolean => {
  const { code, cause } = error as Fault;
  const isRead = method === 'GET' || method === 'HEAD';
  return isRead && codes.has(cause?.code ?? code ?? '') && performance.now() - sentAt < soonMs;
};

/** The pause before it, different for each caller. */
export const beforeAnotherTry = (): Promise<void> => pause(20 + Math.random() * 60);
