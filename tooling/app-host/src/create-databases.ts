import { Client } from 'pg';

const alreadyThere = '42P04';

/** Creates each service's own database on a PostgreSQL server unless it is there. */
export async function createDatabases(serverUrl: string, names: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    for (const name of names) {
      await client
        .query(`create database ${client.escapeIdentifier(name)}`)
        .catch((error: { code?: string }) => {
          if (error.code !== alreadyThere) throw error;
        });
    }
  } finally {
    await client.end();
  }
}
