import { runCarryOver } from '@quayside/chassis';
import { topics } from '@quayside/contracts';
import { createFormerTopic, createKafka, kafkaAccess } from '@quayside/messaging';
import { postgresCarryOver } from '@quayside/postgres';
import { countAccounts, namesSomebody, unsentNames } from '../store/carry-over.ts';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { createSecretSeals } from '../store/secret-seals.ts';
import { createSigningKeyStore } from '../store/signing-key-store.ts';
import { carryOverConfig } from './config.ts';

runCarryOver(
  postgresCarryOver({
    service: 'identity',
    config: carryOverConfig,
    migrations: allMigrations,
    open: ({ pool, config, logger }) => {
      const kafka = createKafka({ ...kafkaAccess(config), clientId: 'identity-carry-over', logger });
      const registrations = createFormerTopic(kafka, {
        topic: topics.identity,
        readers: ['ordering', 'marketing'],
        isFormer: namesSomebody,
      });
      const seals = createSecretSeals(config.ACCOUNT_KEYS.split(','), 'signing key');
      const { changeKeys } = createSigningKeyStore(pool, seals);
      return {
        faults: async () => {
          const unsent = await unsentNames(pool);
          return [
            ...(unsent > 0
              ? [
                  `${unsent} event(s) were never sent. Start identity of release 0.1 once more, until they are`,
                ]
              : []),
            ...(await registrations.faults({ mayForgetDeadLetters: config.FORGET_DEAD_LETTERS })),
          ];
        },
        complete: async () => {
          // No process of before signs with them any more.
          await changeKeys((keys) => keys.sealAll(new Date()));
          return { topicsDeleted: await registrations.remove(), ...(await countAccounts(pool)) };
        },
      };
    },
  }),
);
