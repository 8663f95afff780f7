import type { Api } from '@quayside/http';
import { sandboxApi } from '../sandbox-api.ts';
import type { TokenVault } from '../token-vault.ts';

/** Called by the card form from its own origin; no API key, because a browser cannot keep one. */
export const serveTokens = (api: Api, { vault }: { vault: TokenVault }): void =>
  api.serve(sandboxApi, { issueToken: async ({ body }) => ({ status: 201, body: vault.issue(body) }) });
