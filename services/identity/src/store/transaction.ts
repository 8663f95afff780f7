import type { Pool, PoolClient } from 'pg';

/** Runs `work` in one transaction; a throw undoes it and goes on. */
export const transaction = async <T>(pool: Pool, work: (tx: PoolClient) => Promise<T>): Promise<T> => {
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
    tx.release(broken);
  }
};
