import escapeHtml from 'escape-html';
import { docsFrame } from './docs-frame.ts';

interface Operation {
  summary?: string;
  tags?: string[];
  'x-audience'?: string;
  'x-key-scope'?: string;
  'x-sunset'?: string;
  'x-successor'?: string;
  responses?: Record<string, { description: string }>;
}

interface OpenApiDocument {
  paths?: Record<string, Record<string, Operation>>;
}

const answers = (operation: Operation): string =>
  Object.entries(operation.responses ?? {})
    .map(([status, { description }]) => {
      const text = escapeHtml(description).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
      return `<tr><td>${escapeHtml(status)}</td><td>${text}</td></tr>`;
    })
    .join('');

const whom = (operation: Operation): string => {
  const audience = operation['x-audience'];
  const key = operation['x-key-scope'] ? ` · key: ${escapeHtml(operation['x-key-scope'])}` : '';
  return (audience ? ` · ${escapeHtml(audience)}` : '') + key;
};

const going = ({ 'x-sunset': sunset, 'x-successor': successor }: Operation): string =>
  sunset && successor
    ? `<p>It will be gone from ${escapeHtml(sunset)} on. In its place: <code>${escapeHtml(successor)}</code></p>`
    : '';

const entry = (method: string, path: string, operation: Operation): string => `
  <details>
    <summary><span class="method">${escapeHtml(method)}</span><code>${escapeHtml(path)}</code>
      <span class="said">${escapeHtml(operation.summary ?? '')}${whom(operation)}</span></summary>
    ${going(operation)}<table>${answers(operation)}</table>
  </details>`;

/** The API in a page that needs no script: routes by part, each with what it answers. */
export const docsPage = (document: OpenApiDocument): string => {
  const byTag = new Map<string, string[]>();
  for (const [path, operations] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(operations)) {
      const tag = operation.tags?.[0] ?? 'other';
      byTag.set(tag, [...(byTag.get(tag) ?? []), entry(method, path, operation)]);
    }
  }
  const sections = [...byTag].map(([tag, entries]) => `<h2>${escapeHtml(tag)}</h2>${entries.join('')}`);
  return docsFrame(
    'API',
    `<p>Everything the shop’s pages call. The whole description, with schemas, is
<a href="/api/openapi.json">OpenAPI 3.1</a>. Refusals are problem documents (RFC 9457) with the codes named here.</p>
${sections.join('')}`,
  );
};
