import { describeDueWork } from '@quayside/due-work/conformance';
import { testDatabase } from '@quayside/testkit';
import { openDueWorkStore } from './due-work-store.ts';

describeDueWork('rows of PostgreSQL', {
  backing: async () => {
    const { url, drop } = await testDatabase();
    return { url, remove: drop };
  },
  open: openDueWorkStore,
  module: new URL('./due-work-store.ts', import.meta.url),
});
