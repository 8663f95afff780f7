import { escapeHtml } from '../edge/escape-html.ts';
import type { OpenApiDocument, Operation } from './merge-open-api.ts';

const style = `
  :root { color-scheme: light; --ink: #0b2239; --rule: #d9d4c3; --glass: #1e6b5c; }
  body { margin: 0 auto; max-width: 60rem; padding: 3rem 1.25rem 5rem; background: #f8f5ec; color: var(--ink);
    font: 1rem/1.55 system-ui, sans-serif; }
  h1, h2 { font-family: 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, serif; font-weight: 500; }
  h1 { font-size: 2.5rem; margin: 0 0 .5rem; }
  h2 { margin: 2.75rem 0 .5rem; padding-bottom: .4rem; border-bottom: 1px solid var(--ink); }
  details { border-bottom: 1px solid var(--rule); }
  summary { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: .7rem 0; cursor: pointer; }
  summary code { overflow-wrap: anywhere; }
  .method { width: 4.5rem; font-weight: 700; color: var(--glass); font-variant: small-caps; }
  .said { margin-left: auto; color: #46586a; }
  table { width: 100%; margin: 0 0 1rem; border-collapse: collapse; font-size: .925rem; }
  td { padding: .2rem .75rem .2rem 0; vertical-align: top; }
  td:first-child { width: 4.5rem; font-variant-numeric: tabular-nums; font-weight: 600; }
  a { color: inherit; text-underline-offset: .2em; }`;

const answers = (operation: Operation): string =>
  Object.entries(operation.responses ?? {})
    .map(([status, { description }]) => {
      const text = escapeHtml(description).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
      return `<tr><td>${escapeHtml(status)}</td><td>${text}</td></tr>`;
    })
    .join('');

const entry = (method: string, path: string, operation: Operation): string => `
  <details>
    <summary><span class="method">${escapeHtml(method)}</span><code>${escapeHtml(path)}</code>
      <span class="said">${escapeHtml(operation.summary ?? '')}${operation.security ? ' · signed in' : ''}</span></summary>
    <table>${answers(operation)}</table>
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
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Quayside API</title><style>${style}</style></head>
<body><h1>Quayside API</h1>
<p>Everything the shop’s pages call. The whole description, with schemas, is
<a href="/api/openapi.json">OpenAPI 3.1</a>. Refusals are problem documents (RFC 9457) with the codes named here.</p>
${sections.join('')}</body></html>`;
};
