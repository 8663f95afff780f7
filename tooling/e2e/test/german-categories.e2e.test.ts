import { describe, expect, test } from '@jest/globals';
import { desktop } from '../src/screenshots.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { openPage } = browserFixture({ timeoutMs: 20_000 });
const [bags, packs] = ['taschen-und-packsaecke', 'rucksaecke'];

describe('a category', () => {
  test.each([
    ['/de/katalog?type=bags', `/de/katalog?type=${bags}`],
    [`/catalog?type=${bags}&inStock=true`, '/catalog?type=bags&inStock=true'],
    [
      '/de/katalog?type=bags&kind=bags:packs&sort=price',
      `/de/katalog?type=${bags}&kind=${bags}:${packs}&sort=price`,
    ],
  ])('has an address of its own in each language: %s leads to %s', async (asked, there) => {
    const answer = await fetch(new URL(asked, origin), { redirect: 'manual' });
    const location = new URL(answer.headers.get('location') ?? '/nowhere', origin);
    expect([answer.status, location.href]).toEqual([308, origin + there]);
    expect((await fetch(location, { redirect: 'manual' })).status).toBe(200);
  });

  test('is linked to by its German slug wherever a German page leads there', async () => {
    const page = await openPage(desktop, { locale: 'de-AT' });
    await page.goto('/de');
    await page
      .getByRole('navigation', { name: 'Abteilungen', exact: true })
      .locator(`a[href="/de/katalog?type=${bags}"]`)
      .click();
    await page.getByRole('heading', { level: 1, name: 'Taschen und Packsäcke' }).waitFor();
    await page.getByRole('checkbox', { name: /^Rucksäcke/ }).check();
    await page.waitForURL(`**/de/katalog?type=${bags}&kind=${bags}:${packs}`);
    await page.locator('[data-results] a[href^="/de/produkte/"]').first().click();
    await page.waitForURL('**/de/produkte/*');
    await page
      .getByRole('main')
      .locator(`a[href="/de/katalog?type=${bags}&kind=${bags}:${packs}"]`)
      .first()
      .waitFor();
    const facts = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(facts.join()).toContain(`"${origin}/de/katalog?type=${bags}"`);
  });

  test('is in the sitemap with the address of each language, each naming the others', async () => {
    const map = await (await fetch(new URL('/sitemaps/pages.xml', origin))).text();
    const [line = ''] = map
      .split('<url>')
      .filter((url) => url.includes(`<loc>${origin}/de/katalog?type=${bags}</loc>`));
    expect(line).toContain(`hreflang="en" href="${origin}/catalog?type=bags"`);
    expect(line).toContain(`hreflang="de" href="${origin}/de/katalog?type=${bags}"`);
  });
});
