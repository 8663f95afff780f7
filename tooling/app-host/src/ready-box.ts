import { box } from './box.ts';
import type { ProcessContext } from './hosted-process.ts';

interface ReadyBox {
  context: ProcessContext;
  seconds: number;
  /** Names of the processes that run. */
  running: ReadonlySet<string>;
}

const demoAccounts = [
  ['shopper@quayside.test', 'shops'],
  ['admin@quayside.test', 'shops and administers'],
  ['support@quayside.test', 'helps shoppers'],
  ['merchandiser@quayside.test', 'keeps the catalog'],
] as const;
const demoPassword = 'quayside-demo';

/** What a person needs first: where everything is, who to sign in as, and a call to try. */
export function readyBox({ context, seconds, running }: ReadyBox): string {
  const { ports, publicOrigin } = context;
  const row = (name: string, label: string, url: string) =>
    running.has(name) ? [`${label.padEnd(11)} ${url}`] : [];
  const urls = [
    ...row('storefront', 'Shop', publicOrigin),
    ...row('storefront', 'Admin', `${publicOrigin}/admin`),
    ...row('gateway', 'API', `${publicOrigin}/api/docs`),
    ...row('mail', 'Mail', `http://localhost:${ports.mail}`),
    `${'Processes'.padEnd(11)} http://localhost:${ports.host}`,
  ];
  const accounts = demoAccounts.map(([email, what], index) => {
    return `${(index === 0 ? 'Sign in as' : '').padEnd(11)} ${email.padEnd(26)} ${what}`;
  });
  const lines = [
    ...urls,
    ...(running.has('identity') ? ['', ...accounts, `${'Password'.padEnd(11)} ${demoPassword}`] : []),
    ...(running.has('gateway') ? ['', `curl '${publicOrigin}/api/v1/catalog/items?pageSize=3'`] : []),
    '',
    'Ctrl-C stops everything.',
  ];
  return box(`Quayside is ready in ${seconds.toFixed(1)} s`, lines);
}
