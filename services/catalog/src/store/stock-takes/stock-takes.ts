import { randomUUID } from 'node:crypto';
import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { ClientBase, Pool } from 'pg';
import { requireLately, requireOpen, requireOpenAt, type StockTake } from '../../domain/stock-take.ts';
import type { StockTakeChoice, StockTakes } from '../../usecases/stock-takes.ts';
import type { Announce } from '../announce.ts';
import { answerOrUnavailable } from '../answer-or-unavailable.ts';
import type { StockMoved } from '../stock-news.ts';
import { bookStockTake } from './book-stock-take.ts';
import { chooseLines } from './choose-lines.ts';
import { countLines } from './count-lines.ts';
import { findStockTake, listStockTakeLines, listStockTakes } from './read-stock-takes.ts';

const entity = 'stock-take';

const lock = async (tx: ClientBase, id: string): Promise<StockTake> => {
  await tx.query('SELECT 1 FROM stock_takes WHERE id = $1 FOR UPDATE', [id]);
  return findStockTake(tx, id);
};

const touched = async (tx: ClientBase, id: string): Promise<StockTake> => {
  await tx.query('UPDATE stock_takes SET version = version + 1 WHERE id = $1', [id]);
  return findStockTake(tx, id);
};

/** What the log says of a choice: a list of codes is as long as the shelf. */
const told = ({ codes, ...choice }: StockTakeChoice) => ({
  ...choice,
  ...(codes && { codes: codes.length }),
});

export const createStockTakes = (options: {
  pool: Pool;
  announce: Announce;
  /** Ids of the products that a text finds, whatever their status. */
  search: (text: string) => Promise<number[]>;
  /** Called after a commit, before the caller hears of it. */
  onMove: (moved: StockMoved) => void;
  now: () => Date;
}): StockTakes => {
  const { pool, announce, search, now } = options;
  const write = <T>(work: (tx: ClientBase) => Promise<T>): Promise<T> =>
    answerOrUnavailable(inTransaction(pool, work));
  return {
    list: (query) => answerOrUnavailable(listStockTakes(pool, query)),
    find: (id) => answerOrUnavailable(findStockTake(pool, id)),
    lines: (id, query) => answerOrUnavailable(listStockTakeLines(pool, id, query)),
    create: (name, choice, by) =>
      write(async (tx) => {
        const id = randomUUID();
        await tx.query('INSERT INTO stock_takes (id, name, created_by, created_at) VALUES ($1, $2, $3, $4)', [
          id,
          name,
          by.id,
          now(),
        ]);
        const lines = await chooseLines(tx, id, choice, search);
        const after = { name, lines, ...told(choice) };
        await postgresAuditLog.append(tx, by, { action: 'created', entity, entityId: id, after });
        return findStockTake(tx, id);
      }),
    addLines: ({ id, by }, choice) =>
      write(async (tx) => {
        const before = await lock(tx, id);
        requireOpen(before);
        const added = await chooseLines(tx, id, choice, search);
        if (added === 0) return before;
        await postgresAuditLog.append(tx, by, {
          action: 'changed',
          entity,
          entityId: id,
          before: { lines: before.lines },
          after: { lines: before.lines + added, ...told(choice) },
        });
        return touched(tx, id);
      }),
    count: ({ id, by }, counts) =>
      write(async (tx) => {
        requireOpen(await lock(tx, id));
        requireLately(counts.countedAt, now());
        const lines = await countLines(tx, { takeId: id, by, ...counts });
        return { stockTake: await touched(tx, id), lines };
      }),
    book: async ({ id, by, expectedVersion }, reason) => {
      const { take, moved } = await write(async (tx) => {
        const before = await lock(tx, id);
        requireOpenAt(before, expectedVersion);
        const figures = await bookStockTake(tx, announce, { take: before, reason, by });
        return { take: await findStockTake(tx, id), moved: figures };
      });
      options.onMove(moved);
      return take;
    },
    remove: ({ id, by, expectedVersion }) =>
      write(async (tx) => {
        const before = await lock(tx, id);
        requireOpenAt(before, expectedVersion);
        await tx.query('DELETE FROM stock_takes WHERE id = $1', [id]);
        await postgresAuditLog.append(tx, by, {
          action: 'deleted',
          entity,
          entityId: id,
          before: { name: before.name, lines: before.lines, counted: before.counted },
        });
      }),
  };
};
