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
  nav { display: flex; gap: 1.5rem; margin: 0 0 2.5rem; }
  nav [aria-current] { text-decoration: none; font-weight: 600; }
  pre { margin: 0 0 1.25rem; padding: .9rem 1rem; overflow-x: auto; background: #efe9d8; font-size: .85rem; }
  h2 code, td code { overflow-wrap: anywhere; }
  ul { margin: 0 0 1rem; padding-left: 1.2rem; }
  a { color: inherit; text-underline-offset: .2em; }`;

/** Of these pages: nothing but their own style. */
export const docsPolicy = "default-src 'none'; style-src 'unsafe-inline'";

const pages = { API: '/api/docs', Events: '/api/docs/events' } as const;

/** A page of the descriptions, which needs no script; `body` is HTML. */
export const docsFrame = (title: keyof typeof pages, body: string): string => {
  const links = Object.entries(pages).map(
    ([name, path]) => `<a href="${path}"${name === title ? ' aria-current="page"' : ''}>${name}</a>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Quayside ${title}</title><style>${style}</style></head>
<body><nav>${links.join('')}</nav><h1>Quayside ${title}</h1>
${body}</body></html>`;
};
