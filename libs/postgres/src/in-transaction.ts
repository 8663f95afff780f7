import type { Pool, PoolClient } from 'pg';

/** Runs `work` in one transaction; a throw rolls it back and goes on. */
export const inTransaction = async <T>(pool: Pool, work: (tx: PoolClient) => Promise<T>): Promise<T> => {
  const tx = await pool.connect();
  let broken: Error | undefined;
  try {
    await tx.query('BEGIN');
    const result = await work(tx);
    await tx.query('COMMIT');
    return result;
  } catch (error) {
    await tx.query('ROLLBACK').catch((lost: Error) => (broken = lost));
    throw error;
  } finally {
    // A connection that could not even roll back is not for the next one.
    tx.release(broken);
  }
};
