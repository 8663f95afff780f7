import { expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { draftDesk } from './draft-desk.ts';

const { around, staff } = draftDesk();
const minute = (at: number) => new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString();

/** An entry each minute from January on; the first of them alone is a deletion. */
const keepMany = async (count: number): Promise<void> => {
  const { redis, keys } = around();
  const actorId = uuidv7();
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const entry = (number: number) =>
    JSON.stringify({
      ...{ at: minute(number), actorId, entity: 'draft-order', entityId: uuidv7() },
      action: number === 1 ? 'deleted' : 'changed',
    });
  await redis.zadd(keys.auditLog, ...numbers.flatMap((number) => [number, String(number)]));
  await redis.hset(keys.auditEntries, Object.fromEntries(numbers.map((number) => [number, entry(number)])));
};

test('looks through two thousand entries for a page, and says where it goes on', async () => {
  await keepMany(2500);
  const admin = await around().minter.admin();
  const read = async (query: object) => (await staff().audit(admin, query).expect(200)).body;

  expect(await read({ action: 'deleted' })).toEqual({ items: [], next: 501 });
  const rest = await read({ action: 'deleted', before: 501 });
  expect(rest).toEqual({ items: [expect.objectContaining({ id: 1, action: 'deleted' })] });

  const first = await read({ pageSize: 2 });
  expect([first.items.map(({ id }: { id: number }) => id), first.next]).toEqual([[2500, 2499], 2499]);

  // What is older than was asked for is not looked through.
  expect(await read({ action: 'deleted', from: minute(2400) })).toEqual({ items: [] });
  expect((await read({ action: 'deleted', to: minute(2) })).next).toBe(501);
});
