const frameStyle = `
  :root { color-scheme: light dark; --ink: #10243a; --soft: #384b60; --faint: #586878; --glass: #134f47; --paper: #f7f4eb;
    --sheet: #fdfcf7; --line: #d8d2bf; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e9eef0; --soft: #bcc8d0; --faint: #93a3b0; --glass: #8fd8cb;
    --paper: #0d1a29; --sheet: #13253a; --line: #2c4057; } }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; min-height: 100dvh; display: grid; grid-template-rows: auto 1fr;
    background: var(--paper); color: var(--ink);
    font: 1rem/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif; }
  header { padding: 1rem clamp(1rem, 4vw, 2.5rem); border-bottom: 1px solid var(--ink); background: var(--sheet); }
  header a, h1 { font-family: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'URW Palladio L', P052, Georgia, serif;
    font-weight: 500; }
  header a { color: inherit; font-size: 1.5rem; text-decoration: none; }
  main { width: 100%; max-width: 36rem; margin: 0 auto; padding: 5rem 1rem; text-align: center; }
  svg { width: 2.5rem; height: 2.5rem; margin-bottom: 1.5rem; }
  h1 { margin: 0; font-size: clamp(1.9rem, 6vw, 2.4rem); line-height: 1.15; text-wrap: balance; }
  p { margin: 1rem 0 1.75rem; color: var(--soft); text-wrap: balance; }
  .ways { display: flex; flex-wrap: wrap; justify-content: center; gap: .75rem; margin: 0; }
  .ways a { display: inline-flex; align-items: center; min-height: 2.75rem; padding: 0 1.25rem; border: 1px solid var(--ink);
    border-radius: 2px; color: var(--ink); font-weight: 600; text-decoration: none; }
  .ways a:first-child, .ways a:hover { background: var(--ink); color: var(--paper); }
  .ways a:first-child:hover { background: var(--glass); border-color: var(--glass); }
  :focus-visible { outline: 3px solid #1c4e8c; outline-offset: 2px; }
  small { display: block; margin-top: 2rem; color: var(--faint); overflow-wrap: anywhere; }
  small a { display: inline-block; padding: .35rem 0; color: inherit; }`;

/** A page of the gateway's own: it needs nothing from anywhere else. `title` and `main` are HTML. */
export const pageFrame = ({
  title,
  main,
  style = '',
}: {
  title: string;
  main: string;
  style?: string;
}): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Quayside</title>
<style>${frameStyle}${style}</style>
</head>
<body>
<header><a href="/">Quayside</a></header>
<main>
${main}
</main>
</body>
</html>
`;
