import type { Background, BacklogSource } from '@quayside/chassis';
import { listeners, topicsOf } from '@quayside/contracts';
import { createDeadLetterReader, redrive, type KafkaClient, type Publisher } from '@quayside/messaging';
import { createLoop, type Logger } from '@quayside/runtime';
import type { Pool } from 'pg';
import { createDeadLetterStore } from '../store/dead-letter-store.ts';

const lookEveryMs = 30_000;

/** Everybody who listens to events, and to which topics. */
const everyGroup = Object.keys(listeners).map((group) => ({ group, topics: topicsOf(group) }));

/** Keeps the dead letters of the shop, and sends again those that somebody decided to. */
export const createDeadLetterDesk = ({
  pool,
  kafka,
  publisher,
  logger,
}: {
  pool: Pool;
  kafka: KafkaClient;
  publisher: Pick<Publisher, 'send'>;
  logger: Logger;
}) => {
  const letters = createDeadLetterStore(pool);
  const reader = createDeadLetterReader({
    ...{ kafka, logger },
    group: 'dead-letters',
    of: everyGroup,
    keep: letters.keep,
  });
  const sender = createLoop({
    name: 'sending dead letters again',
    logger,
    pass: async () => {
      const sent = await letters.sendAgain((some) =>
        publisher.send(some.map((letter) => redrive(letter, letter.redrives))),
      );
      return sent > 0 ? 0 : lookEveryMs;
    },
  });
  const backlog: BacklogSource = { kind: 'dead-letters', name: 'open', tell: letters.backlog };
  return { letters, backlog, onRedrive: () => sender.wake(), reader: reader as Background, sender };
};
