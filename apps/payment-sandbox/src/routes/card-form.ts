import { randomBytes } from 'node:crypto';
import type { Api } from '@quayside/http';
import { createCardFormPage } from '../card-form-page.ts';
import { sandboxApi } from '../sandbox-api.ts';
import { SandboxError } from '../sandbox-error.ts';

const policy = (nonce: string, allowedOrigins: readonly string[]): string =>
  [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    `frame-ancestors ${allowedOrigins.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

export const serveCardForm = (api: Api, { allowedOrigins }: { allowedOrigins: readonly string[] }): void => {
  const render = createCardFormPage();

  api.serve(sandboxApi, {
    showCardForm: async ({ query, res }) => {
      if (!allowedOrigins.includes(query.origin)) {
        throw new SandboxError('origin-not-allowed', 'This site may not embed the card form');
      }
      const nonce = randomBytes(16).toString('base64');
      res.removeHeader('X-Frame-Options');
      res.set({
        'Content-Security-Policy': policy(nonce, allowedOrigins),
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
      });
      res.type('html').send(render(query, nonce));
      return undefined;
    },
  });
};
