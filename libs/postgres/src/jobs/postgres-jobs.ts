import { randomUUID } from 'node:crypto';
import type { ClaimedWork, DueWorkQueue } from '@quayside/due-work';
import { currentCorrelationId, type AuditActor as Actor } from '@quayside/runtime';
import type { ClientBase, Pool, PoolClient } from 'pg';
import { postgresAuditLog } from '../audit/postgres-audit-log.ts';
import { createPostgresDueWorkQueue } from '../due-work/postgres-due-work-queue.ts';
import { inTransaction } from '../in-transaction.ts';
import { postgresIsAway } from '../postgres-is-away.ts';
import type { Job, JobFault, JobPiece } from './job.ts';

type JobRow = Omit<Job, 'createdAt' | 'finishedAt' | 'actor' | 'faults'> & {
  actor_id: string;
  name: string | null;
  created_at: Date;
  finished_at: Date | null;
};

const jobColumns = `
  jobs.id, kind, input, state = 'done' AS "isDone", actor_id, created_at, finished_at,
  ${postgresAuditLog.nameOf('jobs.actor_id')} AS name,
  counted.*`;
const counts = `
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS total, (count(*) FILTER (WHERE job_items.state = 'done'))::int AS done,
           (count(*) FILTER (WHERE job_items.state = 'unchanged'))::int AS unchanged,
           (count(*) FILTER (WHERE job_items.state = 'failed'))::int AS failed
      FROM job_items WHERE job_id = jobs.id) AS counted`;

const toJob = (row: JobRow, faults: readonly JobFault[] = []): Job => {
  const { actor_id, name, created_at, finished_at, ...job } = row;
  return {
    ...job,
    actor: { id: actor_id, ...(name !== null && { name }) },
    createdAt: created_at.toISOString(),
    ...(finished_at && { finishedAt: finished_at.toISOString() }),
    faults,
  };
};

/** After so often a piece that breaks the work, and not only itself, is set aside as failed. */
const attemptsPerPiece = 5;
const faultsShown = 200;

export interface RunJobOptions {
  /**
   * Does one piece in the transaction that notes it as done, so that it is done once however often the work is begun
   * again; answers what is to be remembered of it, or undefined where there was nothing to do.
   */
  readonly doPiece: (tx: PoolClient, job: Job, piece: JobPiece) => Promise<object | undefined>;
  /** Whether an error says that this piece cannot be done: it is noted, and the next one comes. */
  readonly isRefusal: (error: unknown) => error is Error & { code: string };
}

/** What became of one piece of many that are done at once. */
export type PieceOutcome =
  | { readonly state: 'done'; readonly result: object }
  | { readonly state: 'unchanged' }
  | { readonly state: 'failed'; readonly code: string; readonly detail: string };

export interface RunBatchOptions {
  /** How many pieces at the most are done in one transaction. */
  readonly size: number;
  /**
   * Does pieces in the transaction that notes them as done, and answers what became of each, in their order. Where it
   * throws, they are done again one by one, so that a single one is set aside and not all of them: at once, or after some
   * attempts where the database is what failed.
   */
  readonly doBatch: (
    tx: PoolClient,
    job: Job,
    pieces: readonly JobPiece[],
  ) => Promise<readonly PieceOutcome[]>;
  /** Told of each piece that is set aside, in the transaction that notes it, and of the error, which nobody else sees. */
  readonly onSetAside?: (tx: PoolClient, job: Job, piece: JobPiece, error: unknown) => Promise<void>;
}

/** What is said of a piece that is set aside. */
export const setAside = {
  state: 'failed',
  code: 'internal-error',
  detail: 'Something went wrong on our side',
} as const satisfies PieceOutcome;

const waitingPieces = async (tx: PoolClient, jobId: string, limit: number): Promise<JobPiece[]> => {
  const { rows } = await tx.query<JobPiece>(
    `SELECT position, entity_id AS "entityId" FROM job_items
      WHERE job_id = $1 AND state = 'waiting' ORDER BY position LIMIT $2 FOR UPDATE`,
    [jobId, limit],
  );
  return rows;
};

const noteOutcomes = async (
  tx: PoolClient,
  jobId: string,
  pieces: readonly JobPiece[],
  outcomes: readonly PieceOutcome[],
): Promise<void> => {
  const rows = outcomes.map((outcome, at) => ({ ...outcome, position: pieces[at]?.position }));
  await tx.query(
    `UPDATE job_items SET state = row.state, code = row.code, detail = row.detail, result = row.result
       FROM jsonb_to_recordset($2) AS row (position int, state text, code text, detail text, result jsonb)
      WHERE job_id = $1 AND job_items.position = row.position`,
    [jobId, JSON.stringify(rows)],
  );
};

/** Jobs of a Postgres service: kept with their pieces, run as due work, so they go on wherever a process died. */
export const createPostgresJobs = ({ pool, now }: { pool: Pool; now: () => Date }) => {
  const queue: DueWorkQueue<string> = createPostgresDueWorkQueue({
    pool,
    table: 'jobs',
    isOpen: `state = 'open'`,
    now,
  });

  const read = async (id: string): Promise<Job | undefined> => {
    const found = await pool.query<JobRow>(`SELECT ${jobColumns} FROM jobs ${counts} WHERE jobs.id = $1`, [
      id,
    ]);
    const [row] = found.rows;
    if (!row) return undefined;
    const { rows } = await pool.query<JobFault>(
      `SELECT position, entity_id AS "entityId", code, detail FROM job_items
        WHERE job_id = $1 AND state = 'failed' ORDER BY position LIMIT ${faultsShown}`,
      [id],
    );
    return toJob(row, rows);
  };

  const runPiece = async (job: Job, work: ClaimedWork, options: RunJobOptions): Promise<boolean> => {
    const isLast = work.attempt >= attemptsPerPiece;
    return inTransaction(pool, async (tx) => {
      const [piece] = await waitingPieces(tx, job.id, 1);
      if (!piece) return false;
      const note = (state: string, code?: string, detail?: string, result?: object) =>
        tx.query(
          `UPDATE job_items SET state = $3, code = $4, detail = $5, result = $6 WHERE job_id = $1 AND position = $2`,
          [
            job.id,
            piece.position,
            state,
            code ?? null,
            detail ?? null,
            result ? JSON.stringify(result) : null,
          ],
        );
      await tx.query('SAVEPOINT piece');
      try {
        const result = await options.doPiece(tx, job, piece);
        await note(result ? 'done' : 'unchanged', undefined, undefined, result);
      } catch (error) {
        if (!options.isRefusal(error) && !isLast) throw error;
        await tx.query('ROLLBACK TO SAVEPOINT piece');
        await (options.isRefusal(error)
          ? note('failed', error.code, error.message)
          : note('failed', setAside.code, setAside.detail));
      }
      return true;
    });
  };

  /** @returns how many pieces there were */
  const runBatch = (
    job: Job,
    { size, doBatch, onSetAside }: RunBatchOptions,
    isLast: boolean,
  ): Promise<number> =>
    inTransaction(pool, async (tx) => {
      const pieces = await waitingPieces(tx, job.id, size);
      const [first] = pieces;
      if (!first) return 0;
      await tx.query('SAVEPOINT pieces');
      try {
        await noteOutcomes(tx, job.id, pieces, await doBatch(tx, job, pieces));
      } catch (error) {
        if (size > 1 || (postgresIsAway(error) && !isLast)) throw error;
        await tx.query('ROLLBACK TO SAVEPOINT pieces');
        await noteOutcomes(tx, job.id, pieces, [setAside]);
        await onSetAside?.(tx, job, first, error);
      }
      return pieces.length;
    });

  /** Another process may be at the last piece still. */
  const finish = async (id: string): Promise<boolean> => {
    const { rowCount } = await pool.query(
      `UPDATE jobs SET state = 'done', finished_at = now()
        WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM job_items WHERE job_id = $1 AND state = 'waiting')`,
      [id],
    );
    return rowCount === 1;
  };

  return {
    queue,
    read,

    /** Adds a job in the caller's transaction; `scheduled` is to be called once that is committed. */
    async add(tx: ClientBase, job: { kind: string; input: object; by: Actor; entityIds: readonly string[] }) {
      const id = randomUUID();
      await tx.query(
        `INSERT INTO jobs (id, kind, input, actor_id, due_at, correlation_id) VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, job.kind, JSON.stringify(job.input), job.by.id, now(), currentCorrelationId() ?? null],
      );
      await tx.query(
        `INSERT INTO job_items (job_id, position, entity_id)
         SELECT $1, position, entity_id FROM unnest($2::text[]) WITH ORDINALITY AS item (entity_id, position)`,
        [id, job.entityIds],
      );
      return id;
    },

    scheduled: (): void => queue.scheduled(now()),

    /** The newest first. */
    async list({ page, pageSize }: { page: number; pageSize: number }) {
      const [found, counted] = await Promise.all([
        pool.query<JobRow>(
          `SELECT ${jobColumns}
             FROM (SELECT * FROM jobs ORDER BY created_at DESC, id DESC LIMIT $1 OFFSET $2) AS jobs ${counts}
            ORDER BY created_at DESC, jobs.id DESC`,
          [pageSize, (page - 1) * pageSize],
        ),
        pool.query<{ count: number }>('SELECT count(*)::int AS count FROM jobs'),
      ]);
      return {
        items: found.rows.map((row) => toJob(row)),
        page,
        pageSize,
        totalItems: counted.rows[0]?.count ?? 0,
      };
    },

    /** What the pieces that were done are of, in their order. */
    async doneEntities(tx: ClientBase, id: string): Promise<string[]> {
      const { rows } = await tx.query<{ entity_id: string }>(
        `SELECT entity_id FROM job_items WHERE job_id = $1 AND state = 'done' ORDER BY position`,
        [id],
      );
      return rows.map(({ entity_id }) => entity_id);
    },

    /** Pieces that failed are to be done again, in the caller's transaction if there is one; answers how many. */
    async retryFailed(id: string, within?: ClientBase): Promise<number> {
      const retry = async (tx: ClientBase): Promise<number> => {
        const { rowCount } = await tx.query(
          `UPDATE job_items SET state = 'waiting', code = NULL, detail = NULL WHERE job_id = $1 AND state = 'failed'`,
          [id],
        );
        if (rowCount) {
          await tx.query(
            `UPDATE jobs SET state = 'open', finished_at = NULL, due_at = $2, attempts = 0 WHERE id = $1`,
            [id, now()],
          );
        }
        return rowCount ?? 0;
      };
      const count = await (within ? retry(within) : inTransaction(pool, retry));
      if (!within) queue.scheduled(now());
      return count;
    },

    /** Piece after piece until none waits, for as long as this process holds the work. */
    async run(work: ClaimedWork, options: RunJobOptions): Promise<void> {
      const job = await read(work.id);
      if (!job) return;
      while (work.isHeld()) {
        if (!(await runPiece(job, work, options)) && (await finish(job.id))) return;
      }
    },

    /** The same, many pieces at a time. */
    async runBatches(work: ClaimedWork, options: RunBatchOptions): Promise<void> {
      const job = await read(work.id);
      if (!job) return;
      const isLast = work.attempt >= attemptsPerPiece;
      /** How many are left of a batch that broke. */
      let single = 0;
      while (work.isHeld()) {
        const size = single > 0 ? 1 : options.size;
        try {
          const count = await runBatch(job, { ...options, size }, isLast);
          single = Math.max(0, single - 1);
          if (count === 0 && (await finish(job.id))) return;
        } catch (error) {
          if (size === 1) throw error;
          single = size;
        }
      }
    },
  };
};

export type PostgresJobs = ReturnType<typeof createPostgresJobs>;
