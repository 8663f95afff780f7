import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../../..', path), 'utf8');

test('docs/security-rules.md has days for faults of each severity, and what mends one waits for no Monday', () => {
  const [, section = ''] = read('docs/security-rules.md').split('\n## Faults of libraries\n');
  const days = [...section.matchAll(/^\| (critical|high|medium|low)\b[^|]*\| (\d+) +\| /gm)];
  expect(days.map(([, severity]) => severity)).toEqual(['critical', 'high', 'medium', 'low']);
  const counts = days.map(([, , count]) => Number(count));
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  const renovate = JSON.parse(read('renovate.json')) as Record<string, unknown>;
  expect(renovate['minimumReleaseAge']).toBe('7 days');
  expect(renovate['vulnerabilityAlerts']).toMatchObject({
    enabled: true,
    schedule: ['at any time'],
    minimumReleaseAge: null,
  });
});
