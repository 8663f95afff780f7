import { ok, type Api } from '@quayside/http';
import escapeHtml from 'escape-html';
import type { ChargeLedger } from '../charge-ledger.ts';
import { confirmationWords } from '../confirmation-words.ts';
import { rightCode, type Confirmations } from '../confirmations.ts';
import { createPage, sendPage } from '../page-of.ts';
import { sandboxApi } from '../sandbox-api.ts';
import { SandboxError } from '../sandbox-error.ts';
import { refuseStranger } from './card-form.ts';

interface Dependencies {
  confirmations: Confirmations;
  ledger: ChargeLedger;
  allowedOrigins: readonly string[];
}

/** Where a buyer shows that a card is theirs. No API key: the secret in the address opens it. */
export const serveChallenges = (api: Api, deps: Dependencies): void => {
  const { confirmations, ledger, allowedOrigins } = deps;
  const page = createPage('challenge', ['card-form', 'confirmation']);

  api.serve(sandboxApi, {
    showChallenge: async ({ params, query, res }) => {
      refuseStranger(query.origin, allowedOrigins);
      const { chargeId, behaviour, expiresAt } = confirmations.find('challenge', params.secret);
      const { status } = ledger.find(chargeId);
      const words = confirmationWords[query.language];
      const about = {
        secret: params.secret,
        isUnanswered: behaviour === 'unanswered',
        lastsMs: Math.max(0, expiresAt.getTime() - Date.now()),
        state: status === 'requires-action' ? 'open' : status === 'succeeded' ? 'confirmed' : 'refused',
        words,
      };
      sendPage(res, allowedOrigins.join(' '), (nonce) =>
        page({
          ...words,
          lead: behaviour === 'unanswered' ? words.waiting : words.challengeLead,
          sandboxCode: words.sandboxCode.replace('CODE', rightCode),
          ...{ nonce, language: query.language, origin: query.origin },
          about: escapeHtml(JSON.stringify(about)),
        }),
      );
      return undefined;
    },

    answerChallenge: async ({ params, body }) => {
      const asked = confirmations.find('challenge', params.secret);
      const { chargeId, behaviour } = asked;
      if (ledger.find(chargeId).status !== 'requires-action') {
        throw new SandboxError('confirmation-over', 'It is decided already');
      }
      const isRight = body.code === rightCode && behaviour === 'challenge';
      if (isRight) {
        ledger.end(chargeId, 'confirmed');
        return ok({ outcome: 'confirmed' as const, triesLeft: asked.triesLeft });
      }
      // The card that fails does so with the right code; a slip of the buyer may be mended.
      asked.triesLeft -= 1;
      const isOver = asked.triesLeft === 0 || body.code === rightCode;
      if (isOver) ledger.end(chargeId, 'not-shown');
      return ok({ outcome: isOver ? ('refused' as const) : ('wrong' as const), triesLeft: asked.triesLeft });
    },
  });
};
