import { connectWithRetry, type Logger } from '@quayside/runtime';
import { Client, DatabaseError } from 'pg';

const startingUp = '57P03';

/**
 * Waits until the server takes connections, for a job that may start before it. Resolves as well when the server
 * refuses this user or database, which no waiting mends, and after `patienceMs`: whoever connects next says why.
 */
export const waitForServer = async (
  connectionString: string,
  { logger, patienceMs = 120_000 }: { logger: Logger; patienceMs?: number },
): Promise<void> => {
  const ask = async (): Promise<void> => {
    const client = new Client({ connectionString, connectionTimeoutMillis: 3000 });
    client.on('error', () => undefined); // the connection under way rejects
    try {
      await client.connect();
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code === startingUp) throw error;
    } finally {
      await client.end().catch(() => undefined); // never opened
    }
  };
  await connectWithRetry('database', ask, { logger, signal: AbortSignal.timeout(patienceMs) });
};
