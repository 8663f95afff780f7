// What every page looks like, in each of its states, to people at five widths, by day and by night, in both languages:
// `npx pnpm shots`, from a shop of the demo that runs. Says what is wider than its screen and what keeps somebody out.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../src/browser.ts';
import { contextOf, type Look } from './people.ts';
import { pagesOfApp } from './pages-of-app.ts';
import { prepareShop } from './prepare-shop.ts';
import type { Scene } from './scene.ts';
import { scenesOfAdmin } from './scenes-of-admin.ts';
import { scenesOfShop } from './scenes-of-shop.ts';
import { shootScene } from './shoot-scene.ts';
import { writeIndex } from './write-index.ts';

const usage = `npx pnpm shots [options]

  --origin URL       the shop, by default http://localhost:8080
  --only WORD        scenes whose name holds it
  --widths LIST      by default 360,390,768,1024,1440
  --schemes LIST     by default light,dark
  --languages LIST   by default en,de; the admin pages have one
  --out FOLDER       by default tooling/e2e/screenshots/shots`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    origin: { type: 'string', default: 'http://localhost:8080' },
    only: { type: 'string', default: '' },
    widths: { type: 'string', default: '360,390,768,1024,1440' },
    schemes: { type: 'string', default: 'light,dark' },
    languages: { type: 'string', default: 'en,de' },
    out: { type: 'string', default: join(import.meta.dirname, '../screenshots/shots') },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const fail = (why: string): never => {
  console.error(`${why}\n\n${usage}`);
  process.exit(2);
};
const widths = values.widths.split(',').map(Number);
if (!widths.every((width) => Number.isInteger(width) && width >= 200 && width <= 4000))
  fail(`--widths ${values.widths}: widths are whole numbers from 200 to 4000`);
const schemes = values.schemes.split(',');
if (!schemes.every((scheme) => scheme === 'light' || scheme === 'dark'))
  fail(`--schemes ${values.schemes}: there are light and dark`);
const languages = values.languages.split(',');
if (!languages.every((language) => language === 'en' || language === 'de'))
  fail(`--languages ${values.languages}: there are en and de`);
const isThere = await fetch(values.origin).then(
  ({ ok }) => ok,
  () => false,
);
if (!isThere)
  fail(`No shop answers at ${values.origin}: start one with npx pnpm start, or name another with --origin`);

/** A page that has nothing in its address is a scene of its own, as who comes to it sees it. */
const plainScene = (page: string): Scene => ({
  name: page === '/' ? 'home' : page.slice(1).replaceAll('/', '-'),
  who: page.startsWith('/admin') ? 'admin' : /^\/(account|orders|wishlist)$/.test(page) ? 'shopper' : 'guest',
  path: page,
});

console.log('Placing orders, which are paid once their time to be cancelled is over …');
const shop = await prepareShop(values.origin);
const pages = await pagesOfApp();
const stated = [...scenesOfShop(shop), ...scenesOfAdmin(shop)];
const forgotten = pages.filter(
  (page) => page.includes('[') && stated.every((scene) => (scene.page ?? scene.path) !== page),
);
const scenes = [...pages.filter((page) => !page.includes('[')).map(plainScene), ...stated].filter(
  ({ name }) => name.includes(values.only),
);

const faults = forgotten.map((page) => `${page}: no scene shows it`);
const looks: Look[] = [];
for (const language of languages)
  for (const scheme of schemes) looks.push({ language, scheme, widths } as Look);

await rm(values.out, { recursive: true, force: true });
const browser = await launchBrowser();
const taken: string[] = [];
try {
  for (const look of looks) {
    const contexts = await contextOf(browser, values.origin, shop, look);
    for (const scene of scenes) {
      // The admin pages have one language, and what leads to a state reads English.
      const hasBoth = !scene.path.startsWith('/admin') && scene.then === undefined;
      if (look.language !== 'en' && !hasBoth) continue;
      const shot = await shootScene(contexts[scene.who], scene, look, values.out);
      taken.push(...shot.files);
      faults.push(...shot.faults);
      for (const fault of shot.faults) console.log(fault);
    }
    for (const context of Object.values(contexts)) await context.close();
  }
} finally {
  await browser.close();
}
await writeIndex(values.out, taken);
console.log(
  `${taken.length} pictures of ${scenes.length} scenes, ${faults.length} faults: ${values.out}/index.html`,
);
process.exit(faults.length > 0 ? 1 : 0);
