import { timingSafeEqual } from 'node:crypto';
import type { Adapter, AdapterFactory, AdapterPayload, Client, Provider } from 'oidc-provider';
import type { ApiKey } from '../../domain/api-key.ts';
import { digestOf } from '../../usecases/key-secret.ts';

/** Finds a key that may be used now, with the digest of its secret. */
export type FindKey = (id: string) => Promise<{ key: ApiKey; digest: string } | undefined>;

const keyIdForm = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Our own clients have names; what is a UUID is an API key. */
export const isKeyClient = ({ clientId }: Pick<Client, 'clientId'>): boolean => keyIdForm.test(clientId);

export const keyScopesOf = (client: Client): readonly string[] =>
  String(client['keyScopes'] ?? '')
    .split(' ')
    .filter(Boolean);

const clientOf = ({ key, digest }: { key: ApiKey; digest: string }): AdapterPayload => ({
  client_id: key.id,
  client_name: key.name,
  // Of the secret this is all that there is: see `compareByDigest`.
  client_secret: digest,
  redirect_uris: [],
  grant_types: ['client_credentials'],
  response_types: [],
  token_endpoint_auth_method: 'client_secret_basic',
  keyScopes: key.scopes.join(' '),
});

/** The extra metadata that a key's client has. */
export const keyClientProperties = ['keyScopes'];

/** Clients that are not our own are API keys; none is registered in any other way. */
export const withKeyClients =
  (adapterFor: AdapterFactory, findKey: FindKey): AdapterFactory =>
  (model): Adapter => {
    const adapter = adapterFor(model);
    if (model !== 'Client') return adapter;
    return {
      ...adapter,
      find: async (id) => {
        const found = keyIdForm.test(id) ? await findKey(id) : undefined;
        return found && clientOf(found);
      },
    };
  };

/** Has the library compare the secret of a key by its digest. */
export const compareByDigest = (provider: Provider): void => {
  const { prototype } = provider.Client as unknown as {
    prototype: { clientId: string; clientSecret?: string; compareClientSecret(actual: string): boolean };
  };
  const compare = prototype.compareClientSecret;
  prototype.compareClientSecret = function (actual) {
    if (!keyIdForm.test(this.clientId)) return compare.call(this, actual);
    const expected = Buffer.from(this.clientSecret ?? '');
    const given = Buffer.from(digestOf(actual));
    return expected.length === given.length && timingSafeEqual(expected, given);
  };
};
