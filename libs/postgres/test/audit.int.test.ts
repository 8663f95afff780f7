import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testDatabase } from '@quayside/testkit';
import { inTransaction, postgresAuditLog, runMigrations, type AuditChange } from '../src/index.ts';

const ada = { id: '0198c0de-0000-7000-8000-00000000ad01', name: 'Ada Admin' };
const bo = { id: '0198c0de-0000-7000-8000-00000000ad02', name: 'Bo Boatswain' };
const renamed: AuditChange = {
  action: 'changed',
  entity: 'brand',
  entityId: 7,
  before: { name: 'Old', slug: 'same', tags: ['a'] },
  after: { name: 'New', slug: 'same', tags: ['a'] },
};

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase();
  await runMigrations(database.url, [postgresAuditLog.migration]);
  await inTransaction(database.pool, async (tx) => {
    await postgresAuditLog.append(tx, ada, {
      action: 'created',
      entity: 'brand',
      entityId: 7,
      after: { name: 'Old' },
    });
    await postgresAuditLog.append(tx, bo, renamed);
    await postgresAuditLog.append(
      tx,
      { ...ada, name: 'Ada Wed' },
      { action: 'deleted', entity: 'category', entityId: 3, before: { name: 'Gone' } },
    );
  });
});
afterAll(() => database.drop());

const read = (query: object = {}) => postgresAuditLog.read(database.pool, { pageSize: 24, ...query });

describe('the audit log', () => {
  test('says who changed what, by the name they had then, with the fields that differ', async () => {
    expect((await read()).items).toMatchObject([
      { actor: { id: ada.id, name: 'Ada Wed' }, action: 'deleted', entity: 'category', entityId: '3' },
      { actor: bo, action: 'changed', entityId: '7' },
      { actor: ada, action: 'created', after: { name: 'Old' } },
    ]);
    const [, changed] = (await read()).items;
    expect(changed).toMatchObject({ before: { name: 'Old' }, after: { name: 'New' } });
    expect(changed?.before).toEqual({ name: 'Old' });
  });

  test.each([
    [{ actor: ada.id }, ['deleted', 'created']],
    [{ entity: 'brand' }, ['changed', 'created']],
    [{ entity: 'brand', entityId: '7', action: 'created' }, ['created']],
    [{ from: '2020-01-01T00:00:00Z', to: '2020-01-02T00:00:00Z' }, []],
    [{ from: '2020-01-01T00:00:00Z' }, ['deleted', 'changed', 'created']],
  ])('finds %j', async (query, actions) => {
    expect((await read(query)).items.map(({ action }) => action)).toEqual(actions);
  });

  test('goes on where the page before ended', async () => {
    const first = await read({ pageSize: 2 });
    expect(first.items).toHaveLength(2);
    const second = await read({ pageSize: 2, before: first.next });
    expect(second.items.map(({ action }) => action)).toEqual(['created']);
    expect(second.next).toBeUndefined();
  });

  test('is not written where nothing differs, nor when the change is undone', async () => {
    const undone = inTransaction(database.pool, async (tx) => {
      await postgresAuditLog.append(tx, bo, { ...renamed, after: renamed.before });
      expect((await tx.query('SELECT 1 FROM audit_log')).rowCount).toBe(3);
      await postgresAuditLog.append(tx, bo, renamed);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect((await read()).items).toHaveLength(3);
  });

  test.each(["UPDATE audit_log SET action = 'x'", 'DELETE FROM audit_log', 'TRUNCATE audit_log'])(
    'refuses %s',
    async (sql) => {
      await expect(database.pool.query(sql)).rejects.toThrow('the audit log is only added to');
      expect((await read()).items).toHaveLength(3);
    },
  );

  test('is read by an index, whatever is asked', async () => {
    const plans = await inTransaction(database.pool, async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off');
      const planOf = async (where: string) =>
        JSON.stringify(
          (
            await tx.query(
              `EXPLAIN (FORMAT JSON) SELECT * FROM audit_log AS log WHERE ${where} ORDER BY log.id DESC LIMIT 25`,
            )
          ).rows,
        );
      const plans: string[] = [];
      for (const where of [
        "entity = 'brand' AND entity_id = '7'",
        "entity = 'brand'",
        "action = 'created'",
        "actor_id = 'x'",
        'log.id < 7',
      ]) {
        plans.push(await planOf(where));
      }
      return plans;
    });
    for (const plan of plans) {
      expect(plan).toContain('Index Scan');
      expect(plan).not.toContain('"Sort"');
    }
  });

  test('two processes write the same new name at once, and both entries have it', async () => {
    const cy = { id: 'cy', name: 'Cy' };
    const one = { ...renamed, entity: 'race' };
    await Promise.all(
      Array.from({ length: 8 }, () =>
        inTransaction(database.pool, (tx) => postgresAuditLog.append(tx, cy, one)),
      ),
    );
    const { items } = await read({ entity: 'race' });
    expect(items.map(({ actor }) => actor)).toEqual(items.map(() => cy));
    expect(items).toHaveLength(8);
  });

  test('forgets the names of somebody whose account is gone, and keeps what they did', async () => {
    await inTransaction(database.pool, (tx) => postgresAuditLog.forget(tx, ada.id));
    const { items } = await read({ actor: ada.id });
    expect(items.map(({ actor }) => actor)).toEqual([{ id: ada.id }, { id: ada.id }]);
    const { rows } = await database.pool.query('SELECT name FROM audit_names ORDER BY name');
    expect(rows).not.toContainEqual({ name: ada.name });
  });
});
