import { expect, test } from '@jest/globals';
import type { Command } from '../commands.ts';
import { commands } from '../commands.ts';
import { jobOf, type Resource } from './job-of.ts';

const command = commands.find(({ name }) => name === 'identity-carry-over') as Command;
const deployment: Resource = {
  kind: 'Deployment',
  metadata: { name: 'identity', namespace: 'quayside' },
  spec: {
    template: {
      metadata: { labels: { 'app.kubernetes.io/name': 'identity', 'quayside/postgres': 'client' } },
      spec: {
        securityContext: { runAsNonRoot: true },
        topologySpreadConstraints: [],
        containers: [
          {
            name: 'app',
            image: 'registry.example.com/quayside/identity:0.2.0',
            ports: [{ name: 'http', containerPort: 8101 }],
            readinessProbe: {},
            env: [{ name: 'LOG_LEVEL' }, { name: 'DATABASE_URL' }],
            envFrom: [{ configMapRef: { name: 'kafka-abc' } }],
          },
        ],
      },
    },
  },
};

test('a step runs in a pod like its process, to which no Service leads, once', () => {
  const job = jobOf(deployment, command, { mode: 'check', settings: { FORGET_DEAD_LETTERS: 'true' } });
  const labels = { 'app.kubernetes.io/name': 'identity-carry-over', 'quayside/postgres': 'client' };
  expect(job).toEqual({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'identity-carry-over-check', namespace: 'quayside', labels },
    spec: {
      backoffLimit: 0,
      ttlSecondsAfterFinished: 3600,
      template: {
        metadata: { labels },
        spec: {
          securityContext: { runAsNonRoot: true },
          restartPolicy: 'Never',
          containers: [
            {
              name: 'app',
              image: 'registry.example.com/quayside/identity:0.2.0',
              command: ['node', 'dist/carry-over.js'],
              envFrom: [{ configMapRef: { name: 'kafka-abc' } }],
              env: [
                { name: 'DATABASE_URL' },
                { name: 'FORGET_DEAD_LETTERS', value: 'true' },
                { name: 'CARRY_OVER', value: 'check' },
                { name: 'LOG_LEVEL', value: 'info' },
                { name: 'LOG_FORMAT', value: 'json' },
              ],
            },
          ],
        },
      },
    },
  });
});
