import { expect, test } from '@jest/globals';
import { aShop, aShopBut } from '../test/a-shop.ts';
import type { Resource } from './resource.ts';
import { workloadsOf } from './resource.ts';
import { stopFaults } from './stop.ts';

const faultsOf = (resources: readonly Resource[], drainMs?: string) =>
  workloadsOf(resources).flatMap((workload) => stopFaults(workload, { knowsDrain: true, drainMs }));
const pod = 'spec.template.spec';

test('finds no fault where a pod is left alone, then drained, then stopped, before it is killed', () => {
  expect(faultsOf(aShop(), '4500')).toEqual([]);
});

test.each([
  [`${pod}.containers.0.lifecycle`, undefined, '4500', 'stops before the proxies know'],
  [`${pod}.terminationGracePeriodSeconds`, 18, '4500', 'is killed before its slowest stop: 5 + 4.5 + 9 s'],
  [`${pod}.terminationGracePeriodSeconds`, undefined, '4000', 'DRAIN_MS has to be above 4000'],
  [`${pod}.terminationGracePeriodSeconds`, undefined, undefined, 'DRAIN_MS has to be above 4000'],
])('%s = %j and DRAIN_MS = %s: %s', (path, value, drainMs, fault) => {
  expect(faultsOf(aShopBut('Deployment catalog', path, value), drainMs).join('\n')).toContain(fault);
});

test('asks for no drain of a process that knows none', () => {
  const faults = workloadsOf(aShop()).flatMap((workload) => stopFaults(workload, { knowsDrain: false }));
  expect(faults).toEqual([]);
});
