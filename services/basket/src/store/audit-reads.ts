import type { AuditEntry, AuditPage, AuditQuery } from '@quayside/runtime';
import type { Redis } from 'ioredis';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import type { Keys } from './keys.ts';

interface KeptEntry extends Omit<AuditEntry, 'id' | 'actor'> {
  readonly actorId: string;
}

const readAtOnce = 200;

const isAsked =
  ({ entity, entityId, action, actor, from, to }: AuditQuery) =>
  (entry: KeptEntry): boolean =>
    (entity === undefined || entry.entity === entity) &&
    (entityId === undefined || entry.entityId === entityId) &&
    (action === undefined || entry.action === action) &&
    (actor === undefined || entry.actorId === actor) &&
    (from === undefined || Date.parse(entry.at) >= Date.parse(from)) &&
    (to === undefined || Date.parse(entry.at) < Date.parse(to));

/** The audit log in Redis, by its numbers: of one thing, of one person, or all of it; names stand apart, to be forgotten. */
export const createAuditReads = ({ redis, keys }: { redis: Redis; keys: Keys }) => {
  const logOf = ({ entityId, actor }: AuditQuery): string =>
    entityId !== undefined
      ? keys.auditOf(entityId)
      : actor !== undefined
        ? keys.auditBy(actor)
        : keys.auditLog;

  const chunk = async (log: string, before: number): Promise<readonly (readonly [number, KeptEntry])[]> => {
    const ids = await answerOrUnavailable(
      redis.zrevrangebyscore(log, `(${before}`, '-inf', 'LIMIT', 0, readAtOnce),
    );
    if (ids.length === 0) return [];
    const entries = await answerOrUnavailable(redis.hmget(keys.auditEntries, ...ids));
    return ids.flatMap((id, at) => {
      const entry = entries[at];
      return entry ? [[Number(id), JSON.parse(entry) as KeptEntry] as const] : [];
    });
  };

  return async (query: AuditQuery): Promise<AuditPage> => {
    const { pageSize } = query;
    const found: (readonly [number, KeptEntry])[] = [];
    let before = query.before ?? Number.MAX_SAFE_INTEGER;
    while (found.length <= pageSize) {
      const read = await chunk(logOf(query), before);
      found.push(...read.filter(([, entry]) => isAsked(query)(entry)));
      before = read.at(-1)?.[0] ?? 0;
      if (read.length < readAtOnce) break;
    }
    const shown = found.slice(0, pageSize);
    const actors = [...new Set(shown.map(([, { actorId }]) => actorId))];
    const names =
      actors.length === 0 ? [] : await answerOrUnavailable(redis.hmget(keys.auditNames, ...actors));
    const nameOf = new Map(actors.map((actor, at) => [actor, names[at]]));
    const items = shown.map(([id, { actorId, ...entry }]): AuditEntry => {
      const name = nameOf.get(actorId);
      return { id, actor: { id: actorId, ...(name && { name }) }, ...entry };
    });
    const last = items.at(-1);
    return { items, ...(found.length > pageSize && last && { next: last.id }) };
  };
};
