import type { Api } from '@quayside/http';
import { createCardFormPage } from '../card-form-page.ts';
import { sendPage } from '../page-of.ts';
import { sandboxApi } from '../sandbox-api.ts';
import { SandboxError } from '../sandbox-error.ts';

/** @throws {SandboxError} for a site that may not show pages of the company in a frame */
export const refuseStranger = (origin: string, allowedOrigins: readonly string[]): void => {
  if (!allowedOrigins.includes(origin)) {
    throw new SandboxError('origin-not-allowed', 'This site may not embed what the company shows');
  }
};

export const serveCardForm = (api: Api, { allowedOrigins }: { allowedOrigins: readonly string[] }): void => {
  const render = createCardFormPage();

  api.serve(sandboxApi, {
    showCardForm: async ({ query, res }) => {
      refuseStranger(query.origin, allowedOrigins);
      sendPage(res, allowedOrigins.join(' '), (nonce) => render(query, nonce));
      return undefined;
    },
  });
};
