import { Client } from 'pg';

import { HostError } from './host-error.ts';

const alreadyThere = '42P04';

/**
 * Creates each service's own database on a PostgreSQL server unless it is there, in UTF-8 whatever the server was set
 * up with.
 *
 * @throws HostError when the server refuses
 */
export async function createDatabases(serverUrl: string, names: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  client.on('error', () => {}); // what we ask for rejects as well
  try {
    await client.connect();
    for (const name of names) {
      await client
        .query(`create database ${client.escapeIdentifier(name)} encoding 'UTF8' template template0`)
        .catch((error: { code?: string }) => {
          if (error.code !== alreadyThere) throw error;
        });
    }
  } catch (error) {
    const reason = (error as Error).message;
    throw new HostError(`PostgreSQL does not let us create databases (${reason}): see to POSTGRES_URL`, {
      cause: error,
    });
  } finally {
    await client.end().catch(() => {});
  }
}
