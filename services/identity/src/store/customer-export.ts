import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { CustomerFilter, ExportedCustomers, ListedCustomer } from '../usecases/customers.ts';
import type { Actor } from '../usecases/people.ts';
import { customerColumns, customersWhere } from './customer-store.ts';

const customersAtOnce = 1_000;

const currenciesOf = async (pool: Pool, condition: string, values: readonly string[]): Promise<string[]> => {
  const { rows } = await pool.query<{ currency: string }>(
    `SELECT DISTINCT sum->>'currency' AS currency FROM users, jsonb_array_elements(spend) AS sum
      WHERE ${condition} ORDER BY 1`,
    [...values],
  );
  return rows.map(({ currency }) => currency);
};

/** A page of an export: the newest first, each page beginning after the last one. */
export const exportStatement = (
  condition: string,
  values: readonly string[],
  before: string | undefined,
) => ({
  text: `SELECT ${customerColumns} FROM users
          WHERE ${condition}${before === undefined ? '' : ` AND id < $${values.length + 1}`}
          ORDER BY id DESC LIMIT ${customersAtOnce}`,
  values: before === undefined ? [...values] : [...values, before],
});

async function* read(
  pool: Pool,
  condition: string,
  values: readonly string[],
): AsyncGenerator<ListedCustomer> {
  let before: string | undefined;
  for (;;) {
    const { rows } = await pool.query<ListedCustomer>(exportStatement(condition, values, before));
    yield* rows;
    if (rows.length < customersAtOnce) return;
    before = rows.at(-1)?.id;
  }
}

/** Customers some at a time, so that memory does not grow with them. */
export const createCustomerExport =
  ({ pool }: { pool: Pool }) =>
  async (filter: CustomerFilter, by: Actor): Promise<ExportedCustomers> => {
    const { condition, values } = customersWhere(filter);
    // What was looked for may be a name, and the log keeps for ever what it is told.
    const after = { state: filter.state ?? 'all', isSearch: filter.q !== undefined };
    await inTransaction(pool, (tx) =>
      postgresAuditLog.append(tx, by, { action: 'exported', entity: 'customers', entityId: 'all', after }),
    );
    return {
      currencies: await currenciesOf(pool, condition, values),
      customers: read(pool, condition, values),
    };
  };
