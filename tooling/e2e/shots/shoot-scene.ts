import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { showWholePage } from '../src/screenshots.ts';
import type { Look } from './people.ts';
import type { Scene } from './scene.ts';

interface Shot {
  /** Of the pictures, below the folder. */
  readonly files: string[];
  readonly faults: string[];
}

/** As the link below a page leads there; a page without one is the same in all languages. */
const pathInLanguage = async (page: Page, path: string, language: string): Promise<string> => {
  if (language === 'en') return path;
  await page.goto(path);
  const link = page
    .getByRole('contentinfo')
    .locator(`a[hreflang="${language}"], a[lang="${language}"]`)
    .first();
  return (await link.getAttribute('href', { timeout: 2_000 }).catch(() => null)) ?? path;
};

/** Pictures of a scene at each width, with what a machine sees wrong in them. */
export const shootScene = async (
  context: BrowserContext,
  scene: Scene,
  { language, scheme, widths }: Look,
  folder: string,
): Promise<Shot> => {
  const shot: Shot = { files: [], faults: [] };
  const shown = widths.filter((width) => scene.widths?.includes(width) ?? true);
  const label = `${scene.name} ${language} ${scheme}`;
  const page = await context.newPage();
  try {
    await page.setViewportSize({ width: shown[0] ?? 390, height: 900 });
    await page.goto(await pathInLanguage(page, scene.path, language));
    await page.locator('h1').first().waitFor();
    await scene.then?.(page);
    await mkdir(folder, { recursive: true });
    for (const width of shown) {
      await page.setViewportSize({ width, height: width < 700 ? 800 : 900 });
      await showWholePage(page);
      const file = `${scene.name}.${language}.${scheme}.${width}.jpg`;
      await page.screenshot({
        ...{ path: join(folder, file), type: 'jpeg', quality: 70, fullPage: true, caret: 'initial' },
      });
      shot.files.push(file);
      const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
      if (wide > width) shot.faults.push(`${label} ${width}: ${wide} wide`);
      if (width === shown[0] || width === shown.at(-1))
        shot.faults.push(...(await barriersOf(page)).map((barrier) => `${label} ${width}: ${barrier}`));
    }
  } catch (error) {
    shot.faults.push(`${label}: ${String((error as Error).message).split('\n')[0]}`);
  } finally {
    await page.close();
  }
  return shot;
};
