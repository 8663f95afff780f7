// Imported before anything else by what `npx pnpm` runs: pnpm goes on with a script when the installation before it
// failed, and then nothing is there that the script needs, not even the Node that reads TypeScript.
import { existsSync, readFileSync } from 'node:fs';

const above = (path) => new URL(`../${path}`, import.meta.url);
const [, wanted] = /^nodeVersion: (\d+)/m.exec(readFileSync(above('pnpm-workspace.yaml'), 'utf8'));

/** Written by pnpm when everything is in its place. */
const isInstalled = existsSync(above('node_modules/.modules.yaml'));

if (!isInstalled || Number.parseInt(process.versions.node, 10) < Number(wanted)) {
  const clock = `${new Date().toISOString().slice(0, 16)}Z`;
  console.error(
    `The packages could not be installed, and pnpm says above why. It needs the network, space on the disk, a folder` +
      ` that it may write and a clock that is right (this machine's says ${clock}): mend that and run this again.`,
  );
  process.exit(1);
}
