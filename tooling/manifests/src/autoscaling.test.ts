import { expect, test } from '@jest/globals';
import { aShop, aShopBut } from '../test/a-shop.ts';
import { autoscalingFaults } from './autoscaling.ts';

const autoscaler = 'HorizontalPodAutoscaler catalog';

test('finds no fault where each Deployment has an autoscaler, or none has', () => {
  expect(autoscalingFaults(aShop())).toEqual([]);
  expect(autoscalingFaults(aShop().filter(({ kind }) => kind !== 'HorizontalPodAutoscaler'))).toEqual([]);
});

test.each([
  [autoscaler, 'spec.scaleTargetRef.name', 'catalogue', 'there is no Deployment catalogue'],
  [autoscaler, 'spec.scaleTargetRef.name', 'catalogue', 'Deployment catalog: has no HorizontalPodAutoscaler'],
  [autoscaler, 'spec.minReplicas', 1, 'keeps fewer than 2'],
  ['Deployment catalog', 'spec.replicas', 3, 'sets replicas, which its HorizontalPodAutoscaler owns'],
])('%s with %s = %j: %s', (where, path, value, fault) => {
  expect(autoscalingFaults(aShopBut(where, path, value)).join('\n')).toContain(fault);
});
