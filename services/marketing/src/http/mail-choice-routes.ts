import { noContent, ok, type Api } from '@quayside/http';
import type { MailChoiceStore } from '../usecases/mail-choices.ts';
import { contract } from './contract.ts';

const noStore = { 'cache-control': 'no-store' };

/** Which mails people want beside those that tell of their orders. */
export const serveMailChoices = (api: Api, { choices }: { choices: MailChoiceStore }): void =>
  api.serve(contract, {
    readMailChoices: async ({ principal }) => ok(await choices.of(principal.id), noStore),
    chooseMails: async ({ principal, body }) => ok(await choices.choose(principal.id, body), noStore),
    endMails: async ({ body: { link } }) => {
      await choices.end(link);
      return noContent();
    },
  });
