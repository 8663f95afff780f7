import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@quayside/testkit';
import {
  createPostgresJobs,
  inTransaction,
  jobsMigration,
  postgresAuditLog,
  runMigrations,
} from '../src/index.ts';

class Refused extends Error {
  readonly code = 'refused';
}

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await runMigrations(database.url, [postgresAuditLog.migration, jobsMigration]);
  await database.pool.query('CREATE TABLE effects (job_id uuid, entity_id text)');
});
afterAll(() => database.drop());

const by = { id: 'ada', name: 'Ada' };
const setUp = async (entityIds: string[]) => {
  const jobs = createPostgresJobs({ pool: database.pool, now: () => new Date() });
  const id = await inTransaction(database.pool, (tx) =>
    jobs.add(tx, { kind: 'paint', input: { colour: 'red' }, by, entityIds }),
  );
  const claim = async () => {
    const [work] = await jobs.queue.claim(['paint'], { limit: 1, leaseMs: 60_000 });
    if (!work) throw new Error('no job was due');
    return work;
  };
  const effects = async () =>
    (
      await database.pool.query<{ entity_id: string }>(
        'SELECT entity_id FROM effects WHERE job_id = $1 ORDER BY entity_id',
        [id],
      )
    ).rows.map(({ entity_id }) => entity_id);
  /** Leaves an effect, then fails where `failing` says so. */
  const pieces = (failing: (entityId: string) => Error | undefined) => ({
    isRefusal: (error: unknown): error is Refused => error instanceof Refused,
    doPiece: async (
      tx: { query: (text: string, values: unknown[]) => Promise<unknown> },
      _: unknown,
      { entityId }: { entityId: string },
    ) => {
      await tx.query('INSERT INTO effects VALUES ($1, $2)', [id, entityId]);
      const error = failing(entityId);
      if (error) throw error;
      return { painted: entityId };
    },
  });
  return { jobs, id, claim, effects, pieces };
};

test('goes on where it was broken off, and does every piece once', async () => {
  const { jobs, id, claim, effects, pieces } = await setUp(['a', 'b', 'c', 'd']);
  const breaking = pieces((entity) => (entity === 'c' ? new Error('the process died') : undefined));
  const first = await claim();
  await expect(jobs.run(first, breaking)).rejects.toThrow('the process died');
  expect(await jobs.read(id)).toMatchObject({ isDone: false, total: 4, done: 2, failed: 0 });
  await jobs.queue.postpone(first, new Date());
  await jobs.run(
    await claim(),
    pieces(() => undefined),
  );
  expect(await jobs.read(id)).toMatchObject({ isDone: true, total: 4, done: 4, input: { colour: 'red' } });
  expect(await effects()).toEqual(['a', 'b', 'c', 'd']);
  expect(await inTransaction(database.pool, (tx) => jobs.doneEntities(tx, id))).toEqual(['a', 'b', 'c', 'd']);
});

test('two processes at the same job share its pieces', async () => {
  const entities = Array.from({ length: 20 }, (_, at) => `e${String(at).padStart(2, '0')}`);
  const { jobs, id, claim, effects, pieces } = await setUp(entities);
  const work = await claim();
  await Promise.all([
    jobs.run(
      work,
      pieces(() => undefined),
    ),
    jobs.run(
      work,
      pieces(() => undefined),
    ),
  ]);
  expect(await jobs.read(id)).toMatchObject({ isDone: true, done: 20 });
  expect(await effects()).toEqual(entities);
});

test('notes what is refused without its effect, goes on, and does only that again', async () => {
  const { jobs, id, claim, effects, pieces } = await setUp(['a', 'b', 'c']);
  await jobs.run(
    await claim(),
    pieces((entity) => (entity === 'b' ? new Refused('b will not do') : undefined)),
  );
  expect(await jobs.read(id)).toMatchObject({
    isDone: true,
    done: 2,
    failed: 1,
    faults: [{ position: 2, entityId: 'b', code: 'refused', detail: 'b will not do' }],
  });
  expect(await effects()).toEqual(['a', 'c']);
  expect(await jobs.retryFailed(id)).toBe(1);
  await jobs.run(
    await claim(),
    pieces(() => undefined),
  );
  expect(await jobs.read(id)).toMatchObject({ isDone: true, done: 3, failed: 0 });
  expect(await effects()).toEqual(['a', 'b', 'c']);
});

test('a piece that breaks the work every time is set aside after some attempts', async () => {
  const { jobs, id, claim, effects, pieces } = await setUp(['a', 'b']);
  const breaking = pieces((entity) => (entity === 'a' ? new TypeError('a bug') : undefined));
  for (let attempt = 1; attempt < 5; attempt += 1) {
    const work = await claim();
    await expect(jobs.run(work, breaking)).rejects.toThrow('a bug');
    await jobs.queue.postpone(work, new Date());
  }
  await jobs.run(await claim(), breaking);
  expect(await jobs.read(id)).toMatchObject({
    isDone: true,
    done: 1,
    faults: [{ entityId: 'a', code: 'internal-error', detail: 'Something went wrong on our side' }],
  });
  expect(await effects()).toEqual(['b']);
});

/** Batches of three, of which `fault` may break those that have some entity in them. */
const batchesOf = (id: string, fault: (entityId: string) => Error | undefined) => {
  const sizes: number[] = [];
  const setAside: string[] = [];
  return {
    sizes,
    setAside,
    batches: {
      size: 3,
      doBatch: async (
        tx: { query: (text: string, values: unknown[]) => Promise<unknown> },
        _: unknown,
        pieces: readonly { entityId: string }[],
      ) => {
        sizes.push(pieces.length);
        for (const { entityId } of pieces) {
          await tx.query('INSERT INTO effects VALUES ($1, $2)', [id, entityId]);
          const error = fault(entityId);
          if (error) throw error;
        }
        return pieces.map(({ entityId }) =>
          entityId === 'd'
            ? ({ state: 'failed', code: 'refused', detail: 'd will not do' } as const)
            : ({ state: 'done', result: { painted: entityId } } as const),
        );
      },
      onSetAside: async (_: unknown, __: unknown, { entityId }: { entityId: string }, error: unknown) =>
        void setAside.push(`${entityId}: ${String(error)}`),
    },
  };
};

test('does pieces together, and one by one what broke a batch, so that a single one is set aside', async () => {
  const { jobs, id, claim, effects } = await setUp(['a', 'b', 'c', 'd', 'e']);
  const { sizes, setAside, batches } = batchesOf(id, (entity) =>
    entity === 'b' ? new TypeError('b breaks it') : undefined,
  );
  await jobs.runBatches(await claim(), batches);
  expect(sizes).toEqual([3, 1, 1, 1, 2]);
  expect(setAside).toEqual(['b: TypeError: b breaks it']);
  expect(await jobs.read(id)).toMatchObject({
    isDone: true,
    done: 3,
    failed: 2,
    faults: [
      { entityId: 'b', code: 'internal-error' },
      { entityId: 'd', code: 'refused' },
    ],
  });
  expect(await effects()).toEqual(['a', 'c', 'd', 'e']);
});

test('a batch waits for a database that is away, and for a single piece only for some attempts', async () => {
  const { jobs, id, claim, effects } = await setUp(['a', 'b', 'c']);
  const { sizes, setAside, batches } = batchesOf(id, (entity) =>
    entity === 'b' ? Object.assign(new Error('deadlock'), { code: '40P01' }) : undefined,
  );
  const work = await claim();
  await expect(jobs.runBatches(work, batches)).rejects.toThrow('deadlock');
  expect(sizes).toEqual([3, 1, 1]);
  expect(await effects()).toEqual(['a']);
  expect(setAside).toEqual([]);
  await jobs.runBatches({ ...work, attempt: 5 }, batches);
  expect(setAside).toEqual(['b: Error: deadlock']);
  expect(await effects()).toEqual(['a', 'c']);
});
