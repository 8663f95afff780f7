import { basketApi } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import type { KeptDetails } from '../usecases/ports.ts';

/** For Ordering: whom orders are of and where they go, as often as it asks, until it has submitted them. */
export const serveDetails = (api: Api, { details }: { details: Pick<KeptDetails, 'of'> }): void =>
  api.serve(basketApi, {
    readCheckoutDetails: async ({ body }) => ok({ items: [...(await details.of(body.checkouts))] }),
  });
