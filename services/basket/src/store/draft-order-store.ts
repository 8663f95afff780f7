import { changedFields, currentCorrelationId, type AuditActor } from '@quayside/runtime';
import type { Redis } from 'ioredis';
import type { DraftOrderQuery } from '@quayside/contracts';
import {
  draftStateOf,
  isOpen,
  type DraftBuyer,
  type DraftFacts,
  type DraftOrder,
} from '../domain/draft-order.ts';
import {
  ownerOfDraft,
  type DraftAudit,
  type DraftOrderStore,
  type LinkRequest,
} from '../usecases/draft-order-store.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { createAuditReads } from './audit-reads.ts';
import { encodeChoice, encodeLines } from './basket-codec.ts';
import type { Keys } from './keys.ts';
import { lifetimes } from './lifetimes.ts';
import { repliesOf } from './replies-of.ts';
import type { ScriptedRedis } from './scripted-redis.ts';

interface Dependencies {
  redis: Redis;
  scripts: Pick<ScriptedRedis, 'saveDraft' | 'dropDraft'>;
  keys: Keys;
  now: () => Date;
  /** The outbox entry of the event, as field, value, field, value… */
  toOutboxFields: (request: LinkRequest) => string[];
}

/** Of the drafts of thirty days so many are looked through for a name: there is no index of people to be forgotten. */
const searched = 2000;

const fields = ['version', 'buyer', 'facts', 'ordered'] as const;
type Reply = (string | null)[];

const draftIn = (id: string, [version, buyer, facts, ordered]: Reply): DraftOrder | undefined =>
  version && facts
    ? {
        id,
        version: Number(version),
        facts: JSON.parse(facts) as DraftFacts,
        ...(buyer && { buyer: JSON.parse(buyer) as DraftBuyer }),
        ...(ordered && { orderedBy: ordered }),
      }
    : undefined;

const isWantedBy =
  ({ q, state }: DraftOrderQuery, now: number) =>
  (draft: DraftOrder): boolean => {
    const { customer, shippingAddress, email } = draft.buyer ?? {};
    const known = `${customer?.name ?? ''} ${shippingAddress?.name ?? ''} ${email ?? ''}`.toLowerCase();
    const isFound = q === undefined || known.includes(q.toLowerCase());
    return isFound && (state === undefined || draftStateOf(draft, now) === state);
  };

const entryOf = ({ by, change }: DraftAudit, at: Date): string => {
  const { before, after, ...told } = changedFields(change) ?? {
    ...change,
    before: undefined,
    after: undefined,
  };
  const correlationId = currentCorrelationId();
  return JSON.stringify({
    ...{ at: at.toISOString(), actorId: by.id, ...told, entityId: String(told.entityId) },
    ...(before && { before }),
    ...(after && { after }),
    ...(correlationId && { correlationId }),
  });
};

/** Drafts in Redis: what makes a basket a draft stands in its own hash, so that one script changes both. */
export const createDraftOrderStore = (deps: Dependencies): DraftOrderStore => {
  const { redis, scripts, keys, now, toOutboxFields } = deps;
  const basketOf = (id: string): string => keys.basket(ownerOfDraft(id).id);
  const auditKeys = (id: string, { id: actorId }: AuditActor) => [
    ...[keys.auditCount, keys.auditEntries, keys.auditLog],
    ...[keys.auditOf(id), keys.auditBy(actorId), keys.auditNames],
  ];
  const customersKey = (buyer: DraftBuyer | undefined): string =>
    buyer?.customer ? keys.draftsOf(buyer.customer.id) : keys.none;

  const read = async (ids: readonly string[]): Promise<DraftOrder[]> => {
    if (ids.length === 0) return [];
    const pipeline = redis.pipeline();
    for (const id of ids) pipeline.hmget(basketOf(id), ...fields);
    const replies = await answerOrUnavailable(repliesOf(pipeline.exec()));
    return ids.flatMap((id, at) => draftIn(id, replies[at] as Reply) ?? []);
  };
  const find = async (id: string): Promise<DraftOrder | undefined> => (await read([id]))[0];

  const ofCustomer = async (userId: string): Promise<DraftOrder[]> => {
    const ids = await answerOrUnavailable(redis.smembers(keys.draftsOf(userId)));
    const found = await read(ids);
    return found.filter((draft) => isOpen(draft) && draft.buyer.customer?.id === userId);
  };

  return {
    find,
    ofCustomer,

    page: async (query) => {
      const from = (query.page - 1) * query.pageSize;
      const to = from + query.pageSize;
      const isNarrowed = query.q !== undefined || query.state !== undefined;
      const [first, last] = isNarrowed ? ([0, searched - 1] as const) : ([from, to - 1] as const);
      const pipeline = redis.pipeline();
      pipeline.zremrangebyscore(keys.drafts, '-inf', now().getTime() - lifetimes.draft * 1000);
      if (query.sort === 'changed') pipeline.zrange(keys.drafts, String(first), String(last));
      else pipeline.zrevrange(keys.drafts, first, last);
      pipeline.zcard(keys.drafts);
      const [, ids, total] = await answerOrUnavailable(repliesOf(pipeline.exec()));
      const found = await read(ids as string[]);
      if (!isNarrowed) return { items: found, totalItems: Number(total) };
      const wanted = found.filter(isWantedBy(query, now().getTime()));
      return { items: wanted.slice(from, to), totalItems: wanted.length };
    },

    save: async ({ id, basedOn, basket, buyer, facts }, audit, request) => {
      const saved = await answerOrUnavailable(
        scripts.saveDraft(
          ...[basketOf(id), keys.drafts, customersKey(buyer), ...auditKeys(id, audit.by), keys.outbox],
          ...[basedOn, encodeLines(basket.lines), encodeChoice(basket.choice)],
          ...[JSON.stringify(buyer), JSON.stringify(facts), lifetimes.draft, id, facts.changedAt],
          ...[entryOf(audit, now()), audit.by.id, audit.by.name, buyer.customer ? '1' : ''],
          ...(request ? toOutboxFields(request) : []),
        ),
      );
      return saved === 1;
    },

    drop: async ({ id, version }, audit) => {
      const draft = await find(id);
      const dropped = await answerOrUnavailable(
        scripts.dropDraft(
          ...[basketOf(id), keys.drafts, customersKey(draft?.buyer), ...auditKeys(id, audit.by)],
          ...[version, id, entryOf(audit, now()), audit.by.id, audit.by.name],
        ),
      );
      return dropped === 1;
    },

    forget: async (userId) => {
      const theirs = await ofCustomer(userId);
      const pipeline = redis.pipeline();
      for (const { id } of theirs) {
        pipeline.del(basketOf(id));
        pipeline.zrem(keys.drafts, id);
      }
      pipeline.del(keys.draftsOf(userId));
      pipeline.hdel(keys.auditNames, userId);
      await answerOrUnavailable(repliesOf(pipeline.exec()));
    },

    readAudit: createAuditReads({ redis, keys }),
  };
};
