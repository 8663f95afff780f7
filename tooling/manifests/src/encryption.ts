import { addressesIn } from './addresses.ts';
import { isInside } from './needed-edges.ts';
import type { Environment } from './environment.ts';

const needsOf = (name: string, value: string, variables: Environment['variables']): string | undefined => {
  const [protocol = ''] = value.split('://');
  const options = new URLSearchParams(value.split('?')[1]);
  if (name.endsWith('_BROKERS'))
    return variables.get('KAFKA_SSL') === 'true' ? undefined : 'needs KAFKA_SSL=true';
  if (protocol === 'http') return 'needs https://';
  if (protocol === 'redis') return 'needs rediss://';
  if (protocol === 'mongodb' && options.get('tls') !== 'true') return 'needs tls=true';
  if (/^postgres(ql)?$/.test(protocol) && options.get('sslmode') !== 'verify-full')
    return 'needs sslmode=verify-full';
  return undefined;
};

/** Connections that would leave the cluster in the clear. */
export const encryptionFaults = (variables: Environment['variables']): string[] =>
  [...variables].flatMap(([name, value = '']) => {
    if (addressesIn(name, value).every(({ host }) => isInside(host))) return [];
    const needs = needsOf(name, value, variables);
    return needs ? [`${name}: ${needs}, it leaves the cluster`] : [];
  });
