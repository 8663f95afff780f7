import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { securityEvents } from '@quayside/runtime';
import { parse } from 'yaml';

interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; runbook: string };
}

const root = join(import.meta.dirname, '../../..');
const file = parse(readFileSync(join(root, 'deploy/prometheus/security-alerts.yaml'), 'utf8')) as {
  groups: { rules: Rule[] }[];
};
const rules = file.groups.flatMap((group) => group.rules);

test.each(rules)('the alert $alert asks for events that there are', ({ expr }) => {
  const asked = [...expr.matchAll(/event=~?"([^"]+)"/g)].flatMap(([, names = '']) => names.split('|'));
  for (const event of asked) expect(Object.keys(securityEvents)).toContain(event);
  const metrics = [...expr.matchAll(/security_\w+/g)].map(([name]) => name);
  expect(metrics.length).toBeGreaterThan(0);
  for (const metric of metrics)
    expect(['security_events_total', 'security_records_waiting']).toContain(metric);
});

test.each(rules)('the alert $alert says how grave it is, and where to read what to do', (rule) => {
  expect(['info', 'warning', 'critical']).toContain(rule.labels.severity);
  const [page = '', anchor = ''] = rule.annotations.runbook.split('#');
  const headings = [...readFileSync(join(root, page), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
    text.toLowerCase().replaceAll(' ', '-'),
  );
  expect(headings).toContain(anchor);
  expect(readFileSync(join(root, page), 'utf8')).toContain(`\`${rule.alert}\``);
});
