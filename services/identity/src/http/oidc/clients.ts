import type { ClientMetadata } from 'oidc-provider';
import { shopPage, type Scope } from '@quayside/contracts';

const machineClient = 'quayside-machine';

export interface ClientSecrets {
  readonly gateway: string;
  readonly machine: string;
}

/** What a client that acts for itself may ask of the API. One that acts for a user may what the user may. */
export const ownScopesOf = (clientId: string): readonly Scope[] =>
  clientId === machineClient ? ['shop'] : [];

/** All clients are first-party: nobody is asked for consent. */
export const clientsOf = (publicOrigin: string, secrets: ClientSecrets): ClientMetadata[] => [
  {
    client_id: 'quayside-gateway',
    client_name: 'Quayside',
    client_secret: secrets.gateway,
    redirect_uris: [`${publicOrigin}/auth/callback`],
    post_logout_redirect_uris: ['en', 'de'].map((language) => publicOrigin + shopPage(language, 'home')),
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_basic',
  },
  {
    client_id: machineClient,
    client_name: 'Quayside jobs',
    client_secret: secrets.machine,
    redirect_uris: [],
    grant_types: ['client_credentials'],
    response_types: [],
    token_endpoint_auth_method: 'client_secret_basic',
  },
];
