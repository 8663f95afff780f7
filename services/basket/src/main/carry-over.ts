import { runCarryOver } from '@quayside/chassis';
import { topics } from '@quayside/contracts';
import { createFormerTopic, createKafka, kafkaAccess } from '@quayside/messaging';
import { connectRedis, disconnectRedis } from '@quayside/redis';
import {
  countBaskets,
  countConnections,
  countUnsentNames,
  namesSomebody,
  untilConnected,
} from '../store/carry-over.ts';
import { createKeys } from '../store/keys.ts';
import { carryOverConfig } from './config.ts';

const name = 'basket-carry-over';

runCarryOver({
  name,
  config: carryOverConfig,
  open: ({ config, logger, lifecycle }) => {
    const redis = connectRedis({ url: config.REDIS_URL, name, logger });
    lifecycle.add('redis', () => disconnectRedis(redis));
    const keys = createKeys(config.REDIS_KEY_PREFIX);
    const kafka = createKafka({ ...kafkaAccess(config), clientId: name, logger });
    const checkouts = createFormerTopic(kafka, {
      topic: topics.basket,
      readers: ['ordering'],
      isFormer: namesSomebody,
    });
    return {
      faults: async () => {
        await untilConnected(redis);
        const connections = await countConnections(redis);
        const unsent = await countUnsentNames(redis, keys);
        return [
          ...(connections > 0
            ? [`basket still runs: it has ${connections} connection(s) to its Redis. Stop it`]
            : []),
          ...(unsent > 0
            ? [`${unsent} checkout(s) were never sent. Start basket of release 0.1 once more, until they are`]
            : []),
          ...(await checkouts.faults({ mayForgetDeadLetters: config.FORGET_DEAD_LETTERS })),
        ];
      },
      carryOver: async () => ({
        topicsDeleted: await checkouts.remove(),
        ...(await countBaskets(redis, keys)),
      }),
    };
  },
});
