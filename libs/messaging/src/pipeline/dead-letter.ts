import { headerOf } from '../cloud-event.ts';
import { redriveHeaders } from '../dead-letters/redrive-headers.ts';
import { deadLetterTopic } from '../kafka/ensure-topics.ts';
import type { Publisher } from '../kafka/publisher.ts';
import type { Delivery } from './delivery.ts';
import { PoisonMessage } from './parse.ts';
import { AttemptsExhausted } from './retry.ts';

export type DeadLetterReason = 'malformed' | 'invalid-data' | 'handler-failed';

/** The most characters of an error's message that travel in a header. */
const maxErrorLength = 1000;

/**
 * Puts the message as it came, with all its headers, on the dead-letter topic, and says in further headers why and
 * where it came from.
 */
export const deadLetter = async (
  publisher: Pick<Publisher, 'send'>,
  group: string,
  delivery: Delivery,
  error: unknown,
): Promise<DeadLetterReason> => {
  const { message, topic, partition, offset } = delivery;
  const reason = error instanceof PoisonMessage ? error.reason : 'handler-failed';
  const headers = Object.entries(message.headers).filter((entry): entry is [string, Buffer | string] => {
    return entry[1] !== undefined;
  });
  await publisher.send([
    {
      topic: deadLetterTopic(topic, group),
      key: message.key,
      value: message.value,
      headers: {
        ...Object.fromEntries(headers),
        'dlt-reason': reason,
        'dlt-error': (error instanceof Error ? error.message : String(error)).slice(0, maxErrorLength),
        'dlt-attempts': String(error instanceof AttemptsExhausted ? error.attempts : 1),
        'dlt-group': group,
        'dlt-origin-topic': topic,
        // One that was sent again still says where it first stood.
        ...(headerOf(message, redriveHeaders.letter) === undefined && {
          'dlt-origin-partition': String(partition),
          'dlt-origin-offset': offset,
        }),
        'dlt-time': new Date().toISOString(),
      },
    },
  ]);
  return reason;
};
