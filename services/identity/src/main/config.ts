import { serviceConfig } from '@quayside/chassis';
import { serviceCallConfig } from '@quayside/http';
import { postgresConfig } from '@quayside/postgres';
import { booleanField, jobConfig, serviceUrl } from '@quayside/runtime';
import { z } from 'zod';

const devSecrets = {
  GATEWAY_CLIENT_SECRET: 'dev-gateway-client-secret',
  MACHINE_CLIENT_SECRET: 'dev-machine-client-secret',
  COOKIE_KEYS: 'dev-cookie-signing-key',
};

const secret = (name: keyof typeof devSecrets, description: string) =>
  z.string().min(16, 'must have 16 characters at least').default(devSecrets[name]).describe(description);

const fields = serviceConfig({
  ...postgresConfig,
  ...serviceCallConfig,
  PUBLIC_ORIGIN: serviceUrl(
    ['http', 'https'],
    'the one origin the browser sees, for example http://localhost:8080',
  ),
  GATEWAY_CLIENT_SECRET: secret('GATEWAY_CLIENT_SECRET', 'secret of the OpenID client quayside-gateway'),
  MACHINE_CLIENT_SECRET: secret('MACHINE_CLIENT_SECRET', 'secret of the OpenID client quayside-machine'),
  COOKIE_KEYS: secret('COOKIE_KEYS', 'keys that sign cookies, the newest first, by comma'),
});

/** The secrets' defaults are known to everybody: an origin with https is not a developer's machine. */
export const identityConfig = fields.check((context) => {
  if (!context.value.PUBLIC_ORIGIN.startsWith('https://')) return;
  for (const name of Object.keys(devSecrets) as (keyof typeof devSecrets)[]) {
    if (context.value[name] !== devSecrets[name]) continue;
    const message = 'the default is for development; set one of your own';
    context.issues.push({ code: 'custom', path: [name], message, input: undefined });
  }
});

export const migrateConfig = z.object({
  ...jobConfig,
  ...postgresConfig,
  SEED_DEMO_DATA: booleanField(false, 'make the demo accounts'),
});

export const rotateConfig = z.object({ ...jobConfig, ...postgresConfig });

export const setAdminConfig = rotateConfig.extend({
  USER_EMAIL: z.string().min(3).describe('e-mail address of the account'),
  ADMIN: booleanField(true, 'whether the account is an admin from now on'),
});
