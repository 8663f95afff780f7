const standardPort: Record<string, number> = {
  http: 80,
  https: 443,
  smtp: 25,
  smtps: 465,
  postgres: 5432,
  postgresql: 5432,
  redis: 6379,
  rediss: 6379,
  mongodb: 27017,
  'mongodb+srv': 27017,
};

/** These name an origin that browsers see, or an issuer as it stands in tokens: nobody connects to them. */
const namesOnly = [
  'PUBLIC_ORIGIN',
  'TOKEN_ISSUER',
  'GUEST_TOKEN_ISSUER',
  'PAYMENT_ORIGIN',
  'PAYMENT_FORM_URL',
  'ALLOWED_ORIGINS',
];

export interface Address {
  host: string;
  port: number;
}

const splitHost = (text: string, standard: number): Address => {
  const [, host = text, port] = /^(.*?)(?::(\d+))?$/.exec(text) ?? [];
  return { host, port: port ? Number(port) : standard };
};

/** Other OpenID providers, which Identity asks at their issuers. */
const issuersIn = (json: string): string[] =>
  (JSON.parse(json) as { issuer: string }[]).map(({ issuer }) => issuer);

/** Where a process with the variable connects to: the hosts of a URL, a list of brokers, or the issuers of other providers. */
export const addressesIn = (name: string, value: string): Address[] => {
  if (namesOnly.includes(name)) return [];
  if (name === 'OUTSIDE_PROVIDERS')
    return issuersIn(value).flatMap((issuer) => addressesIn('ISSUER', issuer));
  const url = /^([a-z+]+):\/\/(?:[^@/]*@)?([^/?]+)/.exec(value);
  const standard = url && standardPort[url[1] ?? ''];
  if (standard) return (url[2] ?? '').split(',').map((host) => splitHost(host, standard));
  if (name.endsWith('_BROKERS')) return value.split(',').map((host) => splitHost(host, 9092));
  return [];
};
