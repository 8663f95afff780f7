import { describeDueWork } from '@quayside/due-work/conformance';
import { testMongo } from '@quayside/testkit';
import { openDueWorkStore } from './due-work-store.ts';

describeDueWork('documents of MongoDB', {
  backing: async () => {
    const { url, drop } = await testMongo();
    return { url, remove: drop };
  },
  open: openDueWorkStore,
  module: new URL('./due-work-store.ts', import.meta.url),
});
