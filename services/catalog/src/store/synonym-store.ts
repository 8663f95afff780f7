import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { ClientBase, Pool } from 'pg';
import { StaleVersion } from '../domain/errors.ts';
import { changePhrases, SynonymsNotFound, type SynonymGroup } from '../domain/synonym-group.ts';
import type { SynonymQuery, SynonymStore } from '../usecases/synonyms.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { anywhere } from './like.ts';

type Row = Omit<SynonymGroup, 'changedAt'> & { changed_at: Date };

const columns = 'id, phrases, changed_at, version';
const entity = 'synonyms';

const toGroup = ({ changed_at, ...group }: Row): SynonymGroup => ({
  ...group,
  changedAt: changed_at.toISOString(),
});

const sorts: Readonly<Record<string, string>> = { phrase: 'lower(phrases[1])', changed: 'changed_at' };

const orderBy = (sort = 'phrase'): string => {
  const by = sorts[sort.replace(/^-/, '')] ?? 'lower(phrases[1])';
  return sort.startsWith('-') ? `${by} DESC, id DESC` : `${by}, id`;
};

const fits = `($1::text IS NULL OR EXISTS (SELECT 1 FROM unnest(phrases) AS phrase WHERE lower(phrase) LIKE $1))`;

const list = async (pool: Pool, { q, sort, page, pageSize }: SynonymQuery) => {
  const asked = q === undefined ? null : anywhere(q);
  const [found, counted] = await Promise.all([
    pool.query<Row>(
      `SELECT ${columns} FROM synonyms WHERE ${fits} ORDER BY ${orderBy(sort)} LIMIT $2 OFFSET $3`,
      [asked, pageSize, (page - 1) * pageSize],
    ),
    pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM synonyms WHERE ${fits}`, [asked]),
  ]);
  return { items: found.rows.map(toGroup), page, pageSize, totalItems: counted.rows[0]?.count ?? 0 };
};

/** @throws {SynonymsNotFound} */
const find = async (db: Pool | ClientBase, id: number, lock = ''): Promise<SynonymGroup> => {
  const { rows } = await db.query<Row>(`SELECT ${columns} FROM synonyms WHERE id = $1 ${lock}`, [id]);
  if (!rows[0]) throw new SynonymsNotFound(id);
  return toGroup(rows[0]);
};

const told = ({ phrases }: Pick<SynonymGroup, 'phrases'>) => ({ phrases });

export const createSynonymStore = (options: {
  pool: Pool;
  /** Called after a commit, before the caller hears of it; the database tells the other processes. */
  onChange: () => void;
}): SynonymStore => {
  const { pool } = options;
  const write = async <T>(work: (tx: ClientBase) => Promise<T>): Promise<T> => {
    const written = await answerOrUnavailable(inTransaction(pool, work));
    options.onChange();
    return written;
  };
  return {
    list: (query) => answerOrUnavailable(list(pool, query)),
    find: (id) => answerOrUnavailable(find(pool, id)),
    add: (phrases, by) =>
      write(async (tx) => {
        const { rows } = await tx.query<Row>(
          `INSERT INTO synonyms (phrases) VALUES ($1) RETURNING ${columns}`,
          [phrases],
        );
        const group = toGroup(rows[0] as Row);
        await postgresAuditLog.append(tx, by, {
          action: 'created',
          entity,
          entityId: group.id,
          after: told(group),
        });
        return group;
      }),
    change: ({ id, by, expectedVersion }, phrases) =>
      write(async (tx) => {
        const before = await find(tx, id, 'FOR UPDATE');
        const decided = changePhrases(before, phrases, expectedVersion);
        if (!decided) return before;
        await tx.query('UPDATE synonyms SET phrases = $2, version = $3, changed_at = now() WHERE id = $1', [
          id,
          phrases,
          decided.version,
        ]);
        const sides = { before: told(before), after: told(decided) };
        await postgresAuditLog.append(tx, by, { action: 'changed', entity, entityId: id, ...sides });
        return find(tx, id);
      }),
    remove: ({ id, by, expectedVersion }) =>
      write(async (tx) => {
        const before = await find(tx, id, 'FOR UPDATE');
        if (before.version !== expectedVersion) throw new StaleVersion(before);
        await tx.query('DELETE FROM synonyms WHERE id = $1', [id]);
        await postgresAuditLog.append(tx, by, {
          action: 'deleted',
          entity,
          entityId: id,
          before: told(before),
        });
      }),
  };
};
