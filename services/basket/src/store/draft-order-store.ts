import { changedFields, currentCorrelationId, type AuditActor } from '@quayside/runtime';
import type { Redis } from 'ioredis';
import { isOpen, type DraftBuyer, type DraftFacts, type DraftOrder } from '../domain/draft-order.ts';
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

    page: async ({ page, pageSize }) => {
      const from = (page - 1) * pageSize;
      const pipeline = redis.pipeline();
      pipeline.zremrangebyscore(keys.drafts, '-inf', now().getTime() - lifetimes.draft * 1000);
      pipeline.zrevrange(keys.drafts, from, from + pageSize - 1);
      pipeline.zcard(keys.drafts);
      const [, ids, totalItems] = await answerOrUnavailable(repliesOf(pipeline.exec()));
      return { items: await read(ids as string[]), totalItems: Number(totalItems) };
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
