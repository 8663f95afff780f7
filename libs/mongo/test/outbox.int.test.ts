import { describeOutbox } from '@quayside/messaging/conformance';
import { testMongo } from '@quayside/testkit';
import { openOutboxStore } from './outbox-store.ts';

describeOutbox('MongoDB', {
  backing: async () => {
    const { url, drop } = await testMongo();
    return { url, remove: drop };
  },
  open: openOutboxStore,
  module: new URL('./outbox-store.ts', import.meta.url),
});
