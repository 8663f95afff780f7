import type { Api } from '@quayside/http';
import { cardBody, issuedToken } from '../schemas.ts';
import type { TokenVault } from '../token-vault.ts';

/** Called by the card form from its own origin; no API key, because a browser cannot keep one. */
export const routeTokens = (api: Api, { vault }: { vault: TokenVault }): void => {
  api.route({
    method: 'post',
    path: '/v1/tokens',
    summary: 'Exchange a card for a one-time token',
    tags: ['Tokens'],
    auth: 'none',
    body: cardBody,
    responses: {
      201: { schema: issuedToken, description: 'The token that stands for the card' },
    },
    problems: ['card-number-invalid', 'card-expired'],
    handler: async ({ body }) => ({ status: 201, body: vault.issue(body) }),
  });
};
