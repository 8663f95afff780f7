import type { AuditEntry, AuditPage, AuditQuery } from '@quayside/runtime';
import type { Redis } from 'ioredis';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import type { Keys } from './keys.ts';

interface KeptEntry extends Omit<AuditEntry, 'id' | 'actor'> {
  readonly actorId: string;
}

const readAtOnce = 200;
/** As many entries are looked through for a page; one that found little says where the next goes on. */
const searched = 2000;

/** Of a whole chunk: the clocks of replicas differ, so one entry says nothing of those before it. */
const isTooOld = ({ from }: AuditQuery, at: string): boolean =>
  from !== undefined && Date.parse(at) < Date.parse(from);

const isAsked =
  (query: AuditQuery) =>
  (entry: KeptEntry): boolean => {
    const { entity, entityId, action, actor, to } = query;
    return (
      (entity === undefined || entry.entity === entity) &&
      (entityId === undefined || entry.entityId === entityId) &&
      (action === undefined || entry.action === action) &&
      (actor === undefined || entry.actorId === actor) &&
      !isTooOld(query, entry.at) &&
      (to === undefined || Date.parse(entry.at) < Date.parse(to))
    );
  };

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
    let isOver = false;
    for (let looked = 0; looked < searched && found.length <= pageSize && !isOver; looked += readAtOnce) {
      const read = await chunk(logOf(query), before);
      found.push(...read.filter(([, entry]) => isAsked(query)(entry)));
      before = read.at(-1)?.[0] ?? 0;
      isOver = read.length < readAtOnce || read.every(([, { at }]) => isTooOld(query, at));
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
    if (found.length > pageSize && last) return { items, next: last.id };
    return { items, ...(!isOver && { next: before }) };
  };
};
