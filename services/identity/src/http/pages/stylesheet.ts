import { createHash } from 'node:crypto';
import { faces, fontFace } from './faces.ts';
import { passkeyScript } from './passkey-form.ts';
import { proofScript } from './proof-form.ts';

const fingerprint = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 12);

const served = faces.map((face) => ({
  ...face,
  name: `${face.family}-${face.piece}.${fingerprint(face.file)}.woff2`,
}));

/** Fetched beside the stylesheet: what all pages are set in. */
export const firstFontUrls = served
  .filter(({ piece }) => piece === 'latin')
  .map(({ name }) => `/identity/assets/${name}`);

/** One small sheet for all pages of the provider; no framework, nothing from elsewhere. */
const stylesheet = `
${served.map((face) => fontFace(face, face.name)).join('\n')}
:root {
  --ink: #10243a;
  --ink-soft: #384b60;
  --sea-glass: #8fc1b5;
  --sea-glass-deep: #1c685d;
  --paper: #f7f4eb;
  --sheet: #fff;
  --control-line: #8d8a78;
  --on-ink: #fff;
  --line: #d8d1bd;
  --note: #96185a;
  --note-light: #f7e6ee;
  --serif: 'quayside-serif', 'Iowan Old Style', 'Palatino Linotype', Palatino, 'URW Palladio L', P052, Georgia, serif;
  --sans: 'quayside-sans', ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --ink: #e9eef0;
    --ink-soft: #bcc8d0;
    --sea-glass-deep: #67c2b2;
    --paper: #0d1a29;
    --sheet: #13253a;
    --control-line: #61748a;
    --on-ink: #0d1a29;
    --line: #2b3d50;
    --note: #f08dbd;
    --note-light: #36203a;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  min-height: 100vh;
  min-height: 100dvh;
  display: grid;
  grid-template-columns: minmax(0, 1fr) minmax(0, 1.05fr);
  background: var(--paper);
  color: var(--ink);
  font: 400 1rem/1.55 var(--sans);
}
a { color: var(--sea-glass-deep); text-underline-offset: 0.2em; text-decoration-thickness: 0.07em; }
a:hover { color: var(--ink); }
:focus-visible { outline: 3px solid var(--sea-glass-deep); outline-offset: 2px; border-radius: 4px; }

.shore {
  position: relative;
  display: flex;
  flex-direction: column;
  overflow: hidden;
  background: linear-gradient(#0b2239, #14405c 58%, #2d6a77);
  color: #fff;
}
.shore-words { position: relative; z-index: 1; padding: clamp(1.5rem, 4vw, 3.5rem); }
.shore-words p { max-width: 26rem; text-wrap: balance; margin: 2.2rem 0 0; font: 400 1.45rem/1.4 var(--serif); color: #e6f0ee; }
.harbour { position: absolute; inset: auto 0 0; width: 100%; height: 60%; }
.sun { fill: #f0d9a8; opacity: 0.9; }
.hill.far { fill: #2a6070; }
.hill.near { fill: #1a4a5f; }
.sea { fill: #8fc1b5; opacity: 0.42; }
.mole { fill: #0b2239; }
.tower { fill: #faf7f0; }
.tower-band { fill: #b8452f; }
.lamp { fill: #f0d9a8; }
.hull { fill: #0b2239; }
.spar { fill: none; stroke: #e9dfca; stroke-width: 3; stroke-linecap: round; }
.sail.main { fill: #faf7f0; }
.sail.jib { fill: #e9dfca; }
.pennant { fill: #b8452f; }
.ripple { fill: none; stroke: #dcefe9; stroke-width: 2.4; stroke-linecap: round; opacity: 0.6; }

.brand { display: inline-flex; align-items: center; gap: 0.6rem; color: inherit; text-decoration: none; }
.brand:hover { color: inherit; }
.brand span { font: 600 1.6rem/1 var(--serif); letter-spacing: 0.01em; }
.logo { width: 2.7rem; height: 2.7rem; fill: none; stroke-linecap: round; stroke-linejoin: round; }
.logo-mast, .logo-quay { stroke: currentColor; stroke-width: 2; }
.logo-flag { fill: #f0c75e; stroke: #f0c75e; stroke-width: 1.2; }
.logo-bollard { fill: currentColor; }
.logo-rope { stroke: var(--sea-glass); stroke-width: 2; }
.logo-quay { stroke: var(--sea-glass); }

main { display: flex; align-items: center; justify-content: center; padding: 2.5rem clamp(1.25rem, 5vw, 4rem); }
.sheet { width: 100%; max-width: 27rem; }
h1 { margin: 0 0 0.35rem; font: 500 2.3rem/1.15 var(--serif); letter-spacing: -0.01em; text-wrap: balance; }
.lead { margin: 0 0 1.8rem; color: var(--ink-soft); }

.field { margin: 0 0 1.15rem; }
label { display: block; margin: 0 0 0.35rem; font-weight: 600; }
input:not([type='hidden']) {
  width: 100%;
  min-height: 3rem;
  padding: 0.6rem 0.85rem;
  border: 1px solid var(--control-line);
  border-radius: 4px;
  background: var(--sheet);
  color: inherit;
  font: inherit;
}
input:hover { border-color: var(--ink); }
input:focus-visible { outline: 3px solid var(--sea-glass-deep); outline-offset: 1px; border-color: var(--sea-glass-deep); border-radius: 4px; }
input[aria-invalid='true'] { border: 2px solid var(--note); }
.hint { margin: 0.35rem 0 0; font-size: 0.9rem; color: var(--ink-soft); }
.fault { margin: 0.35rem 0 0; font-size: 0.95rem; font-weight: 600; color: var(--note); }
.notice {
  margin: 0 0 1.5rem;
  padding: 0.85rem 1rem;
  border-left: 4px solid var(--note);
  border-radius: 0 4px 4px 0;
  background: var(--note-light);
}
.notice p { margin: 0; }
.notice p + p { margin-top: 0.4rem; }

button, .button {
  display: block;
  width: 100%;
  min-height: 3.1rem;
  margin-top: 1.6rem;
  padding: 0.75rem 1rem;
  border: 0;
  border-radius: 4px;
  background: var(--ink);
  color: var(--on-ink);
  font: 600 1.05rem/1.5 var(--sans);
  text-align: center;
  text-decoration: none;
  cursor: pointer;
}
button:hover, .button:hover { background: var(--sea-glass-deep); color: var(--on-ink); }
.other {
  margin: 1.8rem 0 0;
  padding: 1.1rem 0 0;
  border-top: 1px solid var(--line);
  color: var(--ink-soft);
}
.back { margin: 0.6rem 0 0; font-size: 0.95rem; }
.detail { color: var(--ink-soft); font-size: 0.9rem; overflow-wrap: anywhere; }

@media (max-width: 56rem) {
  body { grid-template-columns: minmax(0, 1fr); grid-template-rows: auto 1fr; }
  .shore { min-height: 8.6rem; }
  .shore-words { padding: 1.1rem 1.25rem; }
  .shore-words p { display: none; }
  .harbour { height: 14rem; bottom: -4.6rem; }
  .cutter { display: none; }
  main { align-items: flex-start; padding-top: 2rem; }
  h1 { font-size: 1.85rem; }
}
@media (prefers-reduced-motion: no-preference) {
  .cutter { animation: swell 7s ease-in-out infinite alternate; transform-origin: 184px 300px; }
  @keyframes swell { from { transform: rotate(-0.9deg); } to { transform: rotate(1.1deg) translateY(2px); } }
}
.or { margin: 1.1rem 0; display: flex; align-items: center; gap: 0.8rem; color: var(--ink-soft); }
.or::before, .or::after { content: ''; flex: 1; border-top: 1px solid var(--line); }
button.quiet, .button.quiet { background: none; color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); }
.button.quiet + .button.quiet { margin-top: 0.8rem; }
.or + .button.quiet { margin-top: 0; }
/* After the button for a passkey, where it is shown, one more "or" says nothing. */
#passkey:not([hidden]) + .or { display: none; }
#passkey:not([hidden]) + .or + .button.quiet { margin-top: 0.8rem; }
button.quiet:hover, .button.quiet:hover { background: var(--ink); color: var(--paper); }
@media (forced-colors: active) {
  input:not([type='hidden']), button, .button { border: 1px solid; }
}
`;

/** Sends the sign-out form at once; without script the button does it. */
const signOutScript = `document.getElementById('op.logoutForm')?.requestSubmit(document.getElementById('sign-out'));\n`;

interface Asset {
  readonly type: string;
  readonly content: string | Buffer;
}

/** By a name that changes with the content, so that browsers may keep them for good. */
export const assets: ReadonlyMap<string, Asset> = new Map<string, Asset>([
  ...served.map(({ name, file }) => [name, { type: 'font/woff2', content: file }] as const),
  [`pages.${fingerprint(stylesheet)}.css`, { type: 'text/css; charset=utf-8', content: stylesheet }],
  [
    `passkey.${fingerprint(passkeyScript)}.js`,
    { type: 'text/javascript; charset=utf-8', content: passkeyScript },
  ],
  [`proof.${fingerprint(proofScript)}.js`, { type: 'text/javascript; charset=utf-8', content: proofScript }],
  [
    `sign-out.${fingerprint(signOutScript)}.js`,
    { type: 'text/javascript; charset=utf-8', content: signOutScript },
  ],
]);

const assetNamed = (first: string): string => {
  const name = [...assets.keys()].find((key) => key.startsWith(first));
  if (!name) throw new Error(`no asset begins with ${first}`);
  return `/identity/assets/${name}`;
};

export const stylesheetUrl = assetNamed('pages.');
export const signOutScriptUrl = assetNamed('sign-out.');
export const proofScriptUrl = assetNamed('proof.');
export const passkeyScriptUrl = assetNamed('passkey.');
