import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { ClientBase, Pool } from 'pg';
import { changeWord, WordNotFound, type Word } from '../../domain/word.ts';
import type { WordQuery, WordStore } from '../../usecases/words.ts';
import { answerOrUnavailable } from '../answer-or-unavailable.ts';
import { anywhere } from '../like.ts';

type Row = Omit<Word, 'changedAt' | 'names'> & { changed_at: Date; de: string | null };

const entity = 'word';
const columns = 'id, words.term, uses, changed_at, version, text AS de';
const tables = `words LEFT JOIN translations ON language = 'de' AND translations.term = words.term`;

const toWord = ({ changed_at, de, ...word }: Row): Word => ({
  ...word,
  names: { de },
  changedAt: changed_at.toISOString(),
});

const sorts: Readonly<Record<string, string>> = {
  term: 'lower(words.term)',
  german: 'lower(text)',
  changed: 'changed_at',
};

const orderBy = (sort = 'term'): string => {
  const by = sorts[sort.replace(/^-/, '')] ?? 'lower(words.term)';
  return sort.startsWith('-') ? `${by} DESC NULLS LAST, id DESC` : `${by}, id`;
};

const fits = `($1::text IS NULL OR lower(words.term) LIKE $1 OR lower(text) LIKE $1)
  AND ($2::text IS NULL OR $2 = ANY (uses)) AND ($3::boolean IS NULL OR (text IS NOT NULL) = $3)`;

const list = async (pool: Pool, { q, sort, use, german, page, pageSize }: WordQuery) => {
  const asked = [q === undefined ? null : anywhere(q), use ?? null, german ?? null];
  const [found, counted] = await Promise.all([
    pool.query<Row>(
      `SELECT ${columns} FROM ${tables} WHERE ${fits} ORDER BY ${orderBy(sort)} LIMIT $4 OFFSET $5`,
      [...asked, pageSize, (page - 1) * pageSize],
    ),
    pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${tables} WHERE ${fits}`, asked),
  ]);
  return { items: found.rows.map(toWord), page, pageSize, totalItems: counted.rows[0]?.count ?? 0 };
};

/** @throws {WordNotFound} */
const find = async (db: Pool | ClientBase, id: number, lock = ''): Promise<Word> => {
  const { rows } = await db.query<Row>(`SELECT ${columns} FROM ${tables} WHERE id = $1 ${lock}`, [id]);
  if (!rows[0]) throw new WordNotFound(id);
  return toWord(rows[0]);
};

/** The database counts the version up, as other writers of translations do not know of it. */
const save = async (tx: ClientBase, term: string, { de }: Word['names']): Promise<void> => {
  if (de === null) await tx.query("DELETE FROM translations WHERE language = 'de' AND term = $1", [term]);
  else
    await tx.query(
      `INSERT INTO translations (language, term, text) VALUES ('de', $1, $2)
       ON CONFLICT (language, term) DO UPDATE SET text = excluded.text`,
      [term, de],
    );
};

const audited = ({ term, names: { de } }: Word) => ({ word: term, german: de });

export const createWordStore = (options: {
  pool: Pool;
  /** Called after a commit, before the caller hears of it; the database tells the other processes. */
  onChange: () => void;
}): WordStore => {
  const { pool } = options;
  return {
    list: (query) => answerOrUnavailable(list(pool, query)),
    find: (id) => answerOrUnavailable(find(pool, id)),
    change: async ({ id, by, expectedVersion }, names) => {
      const change = async (tx: ClientBase): Promise<Word> => {
        const before = await find(tx, id, 'FOR UPDATE OF words');
        const decided = changeWord(before, names, expectedVersion);
        if (!decided) return before;
        await save(tx, before.term, decided);
        const after = await find(tx, id);
        const sides = { before: audited(before), after: audited(after) };
        await postgresAuditLog.append(tx, by, { action: 'changed', entity, entityId: id, ...sides });
        return after;
      };
      const written = await answerOrUnavailable(inTransaction(pool, change));
      options.onChange();
      return written;
    },
  };
};
