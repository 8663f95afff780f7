import { createHash } from 'node:crypto';
import { headerOf, type RawMessage } from '../cloud-event.ts';
import { redriveHeaders } from './redrive-headers.ts';

/** A message that a consumer group could not handle. */
export interface DeadLetter {
  /** Follows from the message: that it came to the dead-letter topic twice makes no second letter. */
  readonly id: string;
  readonly group: string;
  /** Where it first stood, with partition and offset. */
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly reason: string;
  readonly error: string;
  readonly attempts: number;
  readonly failedAt: Date;
  /** How often it had been sent again before this. */
  readonly redrives: number;
  readonly eventId?: string;
  readonly eventType?: string;
  readonly subject?: string;
  readonly correlationId?: string;
  /** As it came first. */
  readonly message: RawMessage;
}

const ofUs = /^(dlt|redrive)-/;

const whole = (text: string | undefined): number => (text && /^\d{1,9}$/.test(text) ? Number(text) : 0);

const timeOf = (text: string | undefined): Date => {
  const time = new Date(text ?? Number.NaN);
  return Number.isNaN(time.getTime()) ? new Date() : time;
};

/** Some stores take no text with a zero character in it, and no half characters. */
const plain = (text: string): string => text.replaceAll('\0', '').toWellFormed();

const idOf = (parts: readonly unknown[], value: Buffer | string | null): string =>
  createHash('sha256')
    .update(JSON.stringify(parts))
    .update(value ?? '')
    .digest('hex')
    .slice(0, 32);

/** What a message of a dead-letter topic says, however little that is. */
export const readDeadLetter = (
  message: RawMessage,
  from: { topic: string; group: string; offset: string },
): DeadLetter => {
  const said = (name: string): string | undefined => {
    const text = headerOf(message, name);
    return text === undefined ? undefined : plain(text);
  };
  const { topic, group } = from;
  const partition = whole(said('dlt-origin-partition'));
  const offset = said('dlt-origin-offset') ?? from.offset;
  const eventId = said('ce_id');
  const [eventType, subject, correlationId] = [said('ce_type'), said('ce_subject'), said('ce_correlationid')];
  const again = said(redriveHeaders.letter);
  return {
    id: again ?? idOf([group, topic, partition, offset, eventId], message.value),
    ...{ group, topic, partition, offset },
    reason: said('dlt-reason') ?? 'unknown',
    error: said('dlt-error') ?? '',
    attempts: whole(said('dlt-attempts')),
    failedAt: timeOf(said('dlt-time')),
    redrives: again === undefined ? 0 : whole(said(redriveHeaders.number)),
    ...(eventId !== undefined && { eventId }),
    ...(eventType !== undefined && { eventType }),
    ...(subject !== undefined && { subject }),
    ...(correlationId !== undefined && { correlationId }),
    message: {
      key: message.key,
      value: message.value,
      headers: Object.fromEntries(Object.entries(message.headers).filter(([name]) => !ofUs.test(name))),
    },
  };
};
