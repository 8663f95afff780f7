import type { IntegrationEvent } from '@quayside/contracts';
import type { PoolClient } from 'pg';
import type { HandlerContext, Received } from '../src/index.ts';

export const group = 'marketing';

export type Handler = (itemId: number, context: HandlerContext<PoolClient>) => Promise<void>;

/** A handler whose effect is a row. */
export const apply: Handler = async (itemId, { tx }) => {
  await tx.query('INSERT INTO effects (item_id) VALUES ($1)', [itemId]);
};

export type HandlerOfMany = (
  received: readonly Received<IntegrationEvent<{ itemId: number }>>[],
  context: HandlerContext<PoolClient>,
) => Promise<void>;

/** A handler that has the effects of many in one statement. */
export const applyMany: HandlerOfMany = async (received, { tx }) => {
  const itemIds = received.map(({ event }) => event.data.itemId);
  await tx.query('INSERT INTO effects (item_id) SELECT * FROM unnest($1::int[])', [itemIds]);
};
