import { expect, test } from '@jest/globals';
import { isPortFree, pickFreePorts } from './free-ports.ts';

test('free ports differ, are free, and are none that a system gives to whoever asks for any', async () => {
  const ports = await pickFreePorts(200);
  expect(new Set(ports).size).toBe(200);
  expect(Math.max(...ports)).toBeLessThan(32_768);
  expect(await isPortFree(ports[0] as number)).toBe(true);
});
