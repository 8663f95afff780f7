import type { Redis } from 'ioredis';
import type { OutgoingEvent } from '@quayside/messaging';

const field = 'event';

/**
 * The outbox of a Redis service is a stream; the Lua script that writes the state appends to it with
 * `redis.call('XADD', stream, '*', unpack(fields))`, so both happen or neither. Redis must run with
 * `appendonly yes` and `appendfsync always`.
 */
export const redisOutbox = {
  /** The arguments after `XADD <stream> *`. */
  toStreamFields: (event: OutgoingEvent): string[] => [field, JSON.stringify(event)],

  fromStreamFields: (fields: readonly string[]): OutgoingEvent => {
    const json = fields[fields.indexOf(field) + 1];
    if (fields[0] !== field || json === undefined) throw new Error(`A stream entry has no field "${field}"`);
    return JSON.parse(json) as OutgoingEvent;
  },

  /** How many events wait, and since when the first does: an entry's id begins with its time. */
  async backlog(redis: Redis, stream: string): Promise<{ waiting: number; oldestAt?: Date }> {
    const [waiting, first] = await Promise.all([
      redis.xlen(stream),
      redis.xrange(stream, '-', '+', 'COUNT', 1),
    ]);
    const id = first[0]?.[0];
    return { waiting, ...(id && { oldestAt: new Date(Number(id.split('-')[0])) }) };
  },
};
