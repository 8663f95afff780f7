import { expect, test } from '@jest/globals';

import { chooseProcesses } from './choose-processes.ts';
import { parseArguments } from './arguments.ts';
import { readConfig } from './config.ts';
import { portsToOpen } from './ports-to-open.ts';

const opened = (environment: NodeJS.ProcessEnv, ...options: string[]) => {
  const args = parseArguments(['dev', ...options], ['gateway', 'storefront']);
  const config = readConfig(environment);
  return portsToOpen(chooseProcesses(args, config), args, config.external).map(({ name }) => name);
};

test('opened are those of the host, of the processes, and of the backing services they need', () => {
  expect(opened({}, '--only', 'gateway')).toEqual(['host', 'gateway', 'gateway', 'redis']);
  expect(opened({}, '--only', 'storefront')).toEqual(['host', 'storefront']);
});

test('with a debugger each process of ours opens one more', () => {
  expect(opened({}, '--only', 'gateway,storefront', '--inspect')).toEqual([
    ...['host', 'gateway', 'gateway', 'storefront'],
    ...['the debugger of gateway', 'the debugger of storefront', 'redis'],
  ]);
});

test('backing services that others run open nothing here', () => {
  const redis = { REDIS_URL: 'redis://cache:6379' };
  expect(opened(redis, '--only', 'gateway')).toEqual(['host', 'gateway', 'gateway']);
  expect(opened({}, '--only', 'gateway', '--compose')).toEqual(['host', 'gateway', 'gateway']);
});
