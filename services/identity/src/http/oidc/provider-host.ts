import type { JWK, Provider } from 'oidc-provider';

export interface ProviderHost {
  /** Undefined until the keys were loaded for the first time. */
  current(): Provider | undefined;
  /** Loads the keys; where they changed, requests from now on meet a provider with the new ones. */
  refresh(): Promise<void>;
}

/**
 * The library takes its keys once, when it is built, so a rotation builds it anew. Nothing is lost by that: its
 * state is in the database, and requests under way finish on the one before.
 */
export const createProviderHost = (options: {
  loadKeys: () => Promise<readonly { kid: string; privateJwk: JWK }[]>;
  build: (keys: readonly JWK[]) => Provider;
}): ProviderHost => {
  let provider: Provider | undefined;
  let builtFor = '';
  return {
    current: () => provider,
    refresh: async () => {
      const keys = await options.loadKeys();
      const order = keys.map(({ kid }) => kid).join();
      if (keys.length === 0) throw new Error('there is no signing key');
      if (order === builtFor) return;
      provider = options.build(keys.map(({ privateJwk }) => privateJwk));
      builtFor = order;
    },
  };
};
