import type { DeadLetterState, IncomingLetter, KeptLetter, LetterRow } from '../usecases/dead-letters.ts';

/** A message in the database: a header or a body may be any bytes, which JSON has no text for. */
interface StoredMessage {
  key: string | null;
  value: string | null;
  headers: Record<string, string>;
}

const encode = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64');
const decode = (text: string): Buffer => Buffer.from(text, 'base64');

export const storedMessage = ({ key, value, headers }: IncomingLetter['message']): StoredMessage => ({
  key: key === null ? null : encode(key),
  value: value === null ? null : encode(value),
  headers: Object.fromEntries(
    Object.entries(headers).flatMap(([name, text]) => (text === undefined ? [] : [[name, encode(text)]])),
  ),
});

const messageOf = ({ key, value, headers }: StoredMessage): IncomingLetter['message'] => ({
  key: key === null ? null : decode(key),
  value: value === null ? null : decode(value),
  headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, decode(text)])),
});

export const columnsOfRow = `id, consumer_group, topic, origin_partition, origin_offset, reason, error, attempts,
  failed_at, event_id, event_type, subject, correlation_id, state, redrives, settled_at, discard_reason`;

export interface LetterRecord {
  id: string;
  consumer_group: string;
  topic: string;
  origin_partition: number;
  origin_offset: string;
  reason: string;
  error: string;
  attempts: number;
  failed_at: Date;
  event_id: string | null;
  event_type: string | null;
  subject: string | null;
  correlation_id: string | null;
  state: DeadLetterState;
  redrives: number;
  settled_at: Date | null;
  discard_reason: string | null;
  message?: StoredMessage;
}

export const rowOf = (row: LetterRecord): LetterRow => ({
  id: row.id,
  group: row.consumer_group,
  topic: row.topic,
  partition: row.origin_partition,
  offset: row.origin_offset,
  reason: row.reason,
  error: row.error,
  attempts: row.attempts,
  failedAt: row.failed_at,
  redrives: row.redrives,
  state: row.state,
  ...(row.event_id !== null && { eventId: row.event_id }),
  ...(row.event_type !== null && { eventType: row.event_type }),
  ...(row.subject !== null && { subject: row.subject }),
  ...(row.correlation_id !== null && { correlationId: row.correlation_id }),
  ...(row.settled_at && { settledAt: row.settled_at }),
  ...(row.discard_reason !== null && { discardReason: row.discard_reason }),
});

export const letterOf = (row: Required<LetterRecord>): KeptLetter => ({
  ...rowOf(row),
  message: messageOf(row.message),
});
