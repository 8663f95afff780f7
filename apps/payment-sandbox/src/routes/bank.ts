import { ok, type Api } from '@quayside/http';
import escapeHtml from 'escape-html';
import type { ChargeLedger } from '../charge-ledger.ts';
import { confirmationWords } from '../confirmation-words.ts';
import { wayBackOf, type Confirmations } from '../confirmations.ts';
import { createPage, sendPage } from '../page-of.ts';
import { sandboxApi } from '../sandbox-api.ts';
import { SandboxError } from '../sandbox-error.ts';

interface Dependencies {
  confirmations: Confirmations;
  ledger: ChargeLedger;
}

const inWords = (amount: number, currency: string, language: string): string => {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};

/** The page of a buyer's bank. No API key: the secret in the address opens it. */
export const serveBank = (api: Api, { confirmations, ledger }: Dependencies): void => {
  const page = createPage('bank', ['card-form', 'confirmation']);

  api.serve(sandboxApi, {
    showBank: async ({ params, query: { language }, res }) => {
      const asked = confirmations.find('redirect', params.secret);
      const { status, amount, currency, reference } = ledger.find(asked.chargeId);
      const words = confirmationWords[language];
      const about = { secret: params.secret, isOpen: status === 'requires-action', language, words };
      sendPage(res, "'none'", (nonce) =>
        page({
          ...words,
          ...{ nonce, language, reference: escapeHtml(reference) },
          sum: escapeHtml(inWords(amount, currency, language)),
          returnTo: escapeHtml(wayBackOf(asked, language)),
          about: escapeHtml(JSON.stringify(about)),
        }),
      );
      return undefined;
    },

    answerBank: async ({ params, body }) => {
      const asked = confirmations.find('redirect', params.secret);
      if (ledger.find(asked.chargeId).status !== 'requires-action') {
        throw new SandboxError('confirmation-over', 'It is decided already');
      }
      ledger.end(asked.chargeId, body.decision === 'approve' ? 'confirmed' : 'refused');
      return ok({ returnTo: wayBackOf(asked, body.language) });
    },
  });
};
