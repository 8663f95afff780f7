import type { DeadLetterView } from '@quayside/contracts';
import type { ReactNode } from 'react';
import { AppLink } from '../../../ui/app-link.tsx';
import { LocalTime } from '../../../ui/local-time.tsx';
import { Section } from '../section.tsx';
import { reasonWords, timesWords } from './letter-words.ts';

const readable = (payload: string): string => {
  try {
    return JSON.stringify(JSON.parse(payload), null, 2);
  } catch {
    return payload;
  }
};

const Text = ({ label, children }: { label: string; children: string }) => (
  <pre
    tabIndex={0}
    aria-label={label}
    className="max-h-[32rem] overflow-auto whitespace-pre-wrap wrap-anywhere border border-rule bg-sheet p-4 text-sm leading-relaxed"
  >
    {children}
  </pre>
);

/** What is known of a dead letter, and what it holds. */
export const LetterFacts = ({ letter }: { letter: DeadLetterView }) => {
  const { topic, partition, offset, subject, correlationId, eventId, payload, headers } = letter;
  const isOfOrder = topic.startsWith('ordering.') || topic.startsWith('basket.');
  const facts: [string, ReactNode][] = [
    ['Not handled by', letter.group],
    ['Because', `${reasonWords(letter.reason)}${letter.error ? `: ${letter.error}` : ''}`],
    ['When', <LocalTime key="when" at={letter.failedAt} withYear />],
    [
      'Tried',
      `${timesWords(letter.attempts)}; sent again ${letter.redrives === 0 ? 'never' : timesWords(letter.redrives)}`,
    ],
    [
      'About',
      subject && isOfOrder && /^[0-9a-f-]{36}$/.test(subject) ? (
        <AppLink key="about" href={`/admin/orders/${subject}`} className="underline underline-offset-4">
          order {subject}
        </AppLink>
      ) : (
        (subject ?? 'nothing is said')
      ),
    ],
    ['Stands in', `${topic}, partition ${partition}, offset ${offset}`],
    ['Event', eventId ?? 'without an id'],
    ['Flow', correlationId ?? 'without an id'],
  ];
  return (
    <>
      <dl className="mb-10 max-w-4xl divide-y divide-rule border-y border-rule">
        {facts.map(([label, value]) => (
          <div key={label} className="grid gap-x-6 py-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
            <dt className="text-ink-soft">{label}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <Section title="What it holds">
        <Text label="Payload">{payload === null ? 'nothing' : readable(payload)}</Text>
        {letter.isCut && <p className="mt-2 text-sm text-ink-soft">The rest is not shown; it is kept.</p>}
      </Section>
      <Section title="Its headers">
        <Text label="Headers">
          {Object.entries(headers)
            .map(([name, value]) => `${name}: ${value}`)
            .join('\n')}
        </Text>
      </Section>
    </>
  );
};
