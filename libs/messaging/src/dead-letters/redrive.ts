import { redriveTopic } from '../kafka/ensure-topics.ts';
import type { KafkaRecord } from '../kafka/kafka-record.ts';
import type { DeadLetter } from './read-dead-letter.ts';
import { redriveHeaders } from './redrive-headers.ts';

/**
 * The message of a dead letter as it is sent again, for its consumer group alone. What the group has handled before its
 * inbox recognises: the event keeps its id.
 */
export const redrive = (
  { id, group, topic, partition, offset, message }: DeadLetter,
  number: number,
): KafkaRecord => ({
  topic: redriveTopic(topic, group),
  key: message.key,
  value: message.value,
  headers: {
    ...(Object.fromEntries(
      Object.entries(message.headers).filter(([, value]) => value !== undefined),
    ) as Record<string, Buffer | string>),
    'dlt-origin-partition': String(partition),
    'dlt-origin-offset': offset,
    [redriveHeaders.letter]: id,
    [redriveHeaders.number]: String(number),
  },
});
