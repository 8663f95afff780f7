// Generated from tooling/system/src/processes.ts; change that and run: npx pnpm generate
import * as identity from '../identity/events.ts';
import * as catalog from '../catalog/events.ts';
import * as basket from '../basket/events.ts';
import * as ordering from '../ordering/events.ts';
import * as marketing from '../marketing/events.ts';

/** What each service exports beside its events, too. */
export const families = { identity, catalog, basket, ordering, marketing };
