import { randomBytes } from 'node:crypto';
import type { Api } from '@quayside/http';
import { z } from 'zod';
import { createCardFormPage } from '../card-form-page.ts';
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

export const routeCardForm = (api: Api, { allowedOrigins }: { allowedOrigins: readonly string[] }): void => {
  const render = createCardFormPage();

  api.route({
    method: 'get',
    path: '/card-form',
    summary: 'The card form, for an iframe of an allowed origin',
    tags: ['Card form'],
    auth: 'none',
    query: z.strictObject({
      origin: z.url().max(300),
      controlHeight: z.coerce.number().int().min(36).max(64).default(46),
    }),
    responses: { 200: { description: 'An HTML page', contentType: 'text/html' } },
    problems: ['origin-not-allowed'],
    handler: async ({ query, res }) => {
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
