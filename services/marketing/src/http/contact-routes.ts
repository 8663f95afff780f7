import { fingerprint, noContent, type Api } from '@quayside/http';
import type { SendContactMessage } from '../usecases/contact-messages.ts';
import { contract } from './contract.ts';

/** Writing to the shop. */
export const serveContact = (api: Api, { send }: { send: SendContactMessage }): void =>
  api.serve(contract, {
    sendContactMessage: async ({ body, headers, caller }) => {
      const principal = await caller();
      await send({
        key: headers['idempotency-key'],
        fingerprint: fingerprint(body),
        accountId: principal?.id,
        body,
      });
      return noContent();
    },
  });
