// The picture of the shop in the README, from a shop that runs: `npx pnpm screenshot`.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../src/browser.ts';
import { picturesShown } from '../src/screenshots.ts';

const { values } = parseArgs({ options: { origin: { type: 'string', default: 'http://localhost:8080' } } });
const isThere = await fetch(values.origin).then(
  ({ ok }) => ok,
  () => false,
);
if (!isThere) {
  console.error(
    `No shop answers at ${values.origin}: start one with npx pnpm start, or name another with --origin`,
  );
  process.exit(1);
}
const file = join(import.meta.dirname, '../../../docs/shop.jpg');

const browser = await launchBrowser();
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    baseURL: values.origin,
    locale: 'en-US',
  });
  await page.goto('/');
  await picturesShown(page);
  // Small enough for a repository, and sharp at the width that a README gives it.
  const picture = await page.screenshot({ type: 'jpeg', quality: 72 });
  await writeFile(file, picture);
  console.log(`docs/shop.jpg, ${Math.round(picture.length / 1024)} KB`);
} finally {
  await browser.close();
}
