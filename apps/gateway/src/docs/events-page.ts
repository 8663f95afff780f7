import escapeHtml from 'escape-html';
import { listeners, publishedEvents, type EventDefinition } from '@quayside/contracts';
import { docsFrame } from './docs-frame.ts';

const listenersOf = (type: string): string =>
  Object.entries(listeners)
    .flatMap(([service, all]) =>
      all
        .filter(({ event }) => event.type === type)
        .map(({ purpose }) => `<li><strong>${escapeHtml(service)}</strong> ${escapeHtml(purpose)}</li>`),
    )
    .join('');

const entry = (event: EventDefinition): string => {
  const heard = listenersOf(event.type);
  const planned = event.isPlanned ? ' · not published yet' : '';
  const deprecated = event.deprecated
    ? ` · deprecated since ${event.deprecated.since}, by ${event.deprecated.successor}`
    : '';
  return `
  <details>
    <summary><code>${escapeHtml(event.type)}</code>
      <span class="said">${escapeHtml(event.summary ?? '')}${planned}${escapeHtml(deprecated)}</span></summary>
    <p>In the topic <code>${escapeHtml(event.topic)}</code>. Subject and Kafka key: the id of the ${escapeHtml(event.subject ?? 'aggregate')}.</p>
    ${heard ? `<ul>${heard}</ul>` : '<p>Nobody listens yet.</p>'}
    <pre><code>${escapeHtml(JSON.stringify(event.example, null, 2))}</code></pre>
  </details>`;
};

/** The events by the service that publishes them, each with who listens, what for, and an example. */
export const eventsPage = (): string => {
  const sections = Object.entries(publishedEvents).map(
    ([
      publisher,
      events,
    ]) => `<h2>${escapeHtml(publisher)} <code>${escapeHtml(events[0]?.topic ?? '')}</code></h2>
${events.map(entry).join('')}`,
  );
  return docsFrame(
    'Events',
    `<p>What the services tell each other through Kafka, as CloudEvents 1.0 in binary mode. The whole description, with
schemas, is <a href="/api/asyncapi.json">AsyncAPI 3.0</a>.</p>
${sections.join('')}`,
  );
};
