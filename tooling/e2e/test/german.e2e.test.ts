import { describe, expect, test } from '@jest/globals';
import { waitUntil } from '@quayside/testkit';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { eventually } from '../src/control.ts';
import { createMailCatcher } from '../src/mail-catcher.ts';
import { orderStatus } from '../src/purchase-page.ts';
import { desktop, keepScreenshot, phone } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin, mailUrl } = theStack();
const { openPage, signedIn } = browserFixture({ timeoutMs: 20_000 });
const { mails } = createMailCatcher({ mailUrl });
const german = { locale: 'de-AT' };

const look = async (page: Page, name: string): Promise<void> => {
  await keepScreenshot(page, `german-${name}`);
  const { width = 0 } = page.viewportSize() ?? {};
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  expect(await barriersOf(page)).toEqual([]);
};
const pathOf = (page: Page): string => new URL(page.url()).pathname;

describe.each([
  ['phone', phone],
  ['desktop', desktop],
] as const)('a shopper in Austria on a %s', (device, viewport) => {
  test('is led to the German shop, buys there in euros with the tax of Austria, and is written to in German', async () => {
    const email = `gast-${crypto.randomUUID().slice(0, 13)}@example.com`;
    const page = await openPage(viewport, german);
    await page.goto('/');
    expect(pathOf(page)).toBe('/de');
    await page.getByRole('heading', { name: 'Aus dem Regal' }).waitFor();
    await look(page, `${device}-home`);

    await page.getByRole('combobox', { name: 'Im Laden suchen' }).fill('Regenjacke');
    await page.getByRole('option', { name: /Produkte? ansehen$/ }).click();
    await page.waitForURL('**/de/katalog?q=Regenjacke');
    await page.getByRole('heading', { name: '„Regenjacke“' }).waitFor();
    // On a phone it is folded away.
    await page.getByText('Preis in Euro').waitFor({ state: 'attached' });
    // What staff made while other tests ran is sold in dollars alone.
    await page.getByRole('main').getByText('399,00 €').waitFor();
    await look(page, `${device}-search`);
    await page.getByRole('link', { name: 'Sturmjacke' }).first().click();
    await page.waitForURL('**/de/produkte/sturmjacke');
    await page.getByRole('heading', { name: 'Sturmjacke' }).waitFor();
    await page.getByText('Farbe:').waitFor();
    await page.getByTestId('price').filter({ hasText: '€' }).waitFor();
    await page
      .getByAltText(/^Sturmjacke, .*aus der Nähe$/)
      .first()
      .waitFor({ state: 'attached' });
    await page.getByRole('main').getByRole('link', { name: 'Größentabelle' }).waitFor();
    await look(page, `${device}-product`);
    await page.getByRole('button', { name: 'In den Warenkorb' }).click();
    await page.getByRole('link', { name: 'Zum Warenkorb' }).click();
    await page.waitForURL('**/de/warenkorb');
    await page.getByRole('heading', { name: /^Sturmjacke, / }).waitFor();
    // Where the browser says that somebody is.
    expect(await page.getByLabel('Lieferung nach').inputValue()).toBe('AT');
    await page.getByTestId('tax').filter({ hasText: '€' }).waitFor();
    await page.getByText('MwSt. 20 %, enthalten').waitFor();
    await look(page, `${device}-basket`);

    await page.getByRole('link', { name: 'Zur Kasse' }).click();
    await page.getByLabel('Ihre E-Mail-Adresse').fill(email);
    await page.getByRole('button', { name: 'Als Gast weiter' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Resi Gast');
    await page.getByRole('button', { name: 'Diese Adresse verwenden' }).click();
    await page.getByText('Bitte geben Sie Straße und Hausnummer ein.').waitFor();
    await look(page, `${device}-address-fault`);
    await page.getByLabel('Straße und Hausnummer').fill('Seegasse 3');
    await page.getByLabel('Postleitzahl').fill('4801');
    await page.getByLabel('Ort').fill('Traunkirchen');
    await page.getByRole('button', { name: 'Diese Adresse verwenden' }).click();
    const form = page.frameLocator('iframe[title^="Kartendaten"]');
    await form.getByLabel('Kartennummer').fill('4242 4242 4242 4242');
    await form.getByLabel('Gültig bis').fill('12 / 39');
    await form.getByLabel('Prüfziffer').fill('123');
    await form.getByLabel('Name auf der Karte').fill('Resi Gast');
    await look(page, `${device}-card`);
    await page.getByRole('button', { name: 'Diese Karte verwenden' }).click();
    await page.getByRole('button', { name: /^Zahlungspflichtig bestellen: .*€$/ }).waitFor();
    await look(page, `${device}-review`);
    await page.getByTestId('place-order').click();
    await page.waitForURL('**/de/bestellungen/*');
    await page.getByRole('heading', { name: 'Danke für Ihre Bestellung' }).waitFor();
    await orderStatus(page, 'paid').waitFor({ state: 'attached' });
    await page.getByRole('link', { name: /^Rechnung INV-/ }).waitFor();
    await look(page, `${device}-order`);

    const mail = await eventually(`a mail to ${email}`, async () =>
      (await mails()).find((one) => one.to[0]?.address === email && /bestätigt$/.test(one.subject)),
    );
    expect(mail.text).toContain(`${origin}${pathOf(page)}#`);
    expect(mail.text).toContain('Sturmjacke');
  }, 120_000);
});

test('who signs in or registers there does so in German', async () => {
  const page = await openPage(phone, { locale: 'en-US' });
  await page.goto('/de/konto');
  await page.getByRole('heading', { name: 'Willkommen zurück' }).waitFor();
  await look(page, 'sign-in');
  await page.getByLabel('E-Mail-Adresse').fill('niemand@example.com');
  await page.getByLabel('Passwort').fill('falsch und lang genug');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByText('gehören nicht zusammen').waitFor();
  await look(page, 'sign-in-refused');
  await page.getByRole('link', { name: 'Konto anlegen' }).click();
  await page.getByRole('button', { name: 'Konto anlegen' }).click();
  await page.getByText('2 Felder brauchen noch einen Blick.').waitFor();
  await look(page, 'register-faults');
  const email = `konto-${crypto.randomUUID().slice(0, 13)}@example.com`;
  await page.getByLabel('Ihr Name').fill('Resi Gruber');
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Passwort').fill('1234567890');
  await page.getByRole('button', { name: 'Konto anlegen' }).click();
  await page.getByText('die alle zuerst probieren').waitFor();
  await page.getByLabel('Passwort').fill('seegras und weite brise');
  await page.getByRole('button', { name: 'Konto anlegen' }).click();
  await page.waitForURL('**/de/konto');
  await page.getByRole('heading', { name: 'Anmeldung und Sicherheit' }).waitFor();
  await look(page, 'account');
  await page.getByRole('button', { name: 'Passwort ändern' }).click();
  await page.getByLabel('Bisheriges Passwort').fill('ein falsches passwort');
  await page.getByLabel('Neues Passwort').fill('möwen fliegen landeinwärts');
  await page.getByRole('button', { name: 'Ändern', exact: true }).click();
  await page.getByText('Das ist nicht Ihr Passwort.').waitFor();
  const mail = await eventually(`a mail to ${email}`, async () =>
    (await mails()).find((one) => one.to[0]?.address === email),
  );
  expect(mail.subject).toBe('Bestätigen Sie Ihre Adresse für Quayside');
  await page.getByRole('button', { name: /, Ihr Konto$/ }).click();
  await page.getByRole('menuitem', { name: 'Abmelden' }).click();
  await page.waitForURL(`${origin}/de`);
  await page.getByRole('link', { name: 'Anmelden' }).first().waitFor({ state: 'attached' });
}, 60_000);

test('staff write the German word of a category, and what a picture shows in German, beside the English', async () => {
  const slug = `lanterns-${crypto.randomUUID().slice(0, 13)}`;
  const merchandiser = 'merchandiser@quayside.test';
  const staff = createShopClient(origin);
  await staff.signIn(merchandiser);
  const made = await staff.ask('POST /api/v1/admin/catalog/categories', {
    body: { slug, name: `Lamps ${slug}` },
  });
  expect(made.status).toBe(201);
  const { id } = made.body as { id: number };
  const page = await signedIn(`/admin/categories/${id}`, merchandiser);
  const lookBeside = async (name: string) => {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await keepScreenshot(page, `${name}-${width}`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
    expect(await barriersOf(page)).toEqual([]);
  };
  await page.getByLabel('Name in German').fill('Laternen');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await lookBeside('admin-category-german');
  const german = await staff.ask('GET /api/v1/admin/catalog/categories/:id', { params: { id } });
  expect(german.body).toMatchObject({ names: { de: 'Laternen' }, version: 2 });
  const { status } = await staff.call('DELETE', `/api/v1/admin/catalog/categories/${id}`, {
    headers: { 'if-match': '"v2"' },
  });
  expect(status).toBe(204);

  await page.goto('/admin/products?q=Storm+Jacket');
  await page.getByRole('link', { name: 'Storm Jacket' }).first().click();
  await page.getByLabel('In German', { exact: true }).first().waitFor();
  expect(await page.getByLabel('In German', { exact: true }).first().inputValue()).toMatch(/^Sturmjacke, /);
  await lookBeside('admin-pictures-german');
}, 90_000);

test('each page has the other language beside it, for people and for search engines', async () => {
  const page = await openPage(desktop);
  await page.goto('/catalog?type=bags&sort=price');
  const hreflang = (tag: string) =>
    page.locator(`link[rel="alternate"][hreflang="${tag}"]`).getAttribute('href');
  expect(await hreflang('de')).toBe(`${origin}/de/katalog?type=taschen-und-packsaecke`);
  expect(await hreflang('x-default')).toBe(`${origin}/catalog?type=bags`);
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await page.waitForURL('**/de/katalog?type=taschen-und-packsaecke&sort=price');
  await page.getByRole('heading', { name: 'Taschen und Packsäcke' }).waitFor();
  await page.getByRole('group', { name: 'Art' }).getByText('Rucksäcke').waitFor();
  expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toBe(
    `${origin}/de/katalog?type=taschen-und-packsaecke`,
  );
  expect(await hreflang('en')).toBe(`${origin}/catalog?type=bags`);
  // Back within the shop the language that was chosen stays, whatever the browser likes better.
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Bags & Dry Bags' }).waitFor();
  expect(new URL(page.url()).search).toBe('?type=bags&sort=price');
});

test('the other language of a product is linked to by its slug there', async () => {
  const page = await openPage(desktop);
  await page.goto('/products/storm-jacket');
  const other = page.getByRole('link', { name: 'Deutsch' });
  // Known once the page is interactive.
  await waitUntil(
    async () => {
      await other.blur();
      await other.focus();
      return (await other.getAttribute('href')) === '/de/produkte/sturmjacke';
    },
    { describe: 'the German slug in the link' },
  );
});

test('who chose English in a German browser stays there', async () => {
  const page = await openPage(phone, german);
  await page.goto('/de');
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Off the shelf' }).waitFor();
  expect(pathOf(page)).toBe('/');
});

test('a page that there is not says so in German, and what is not of the shop has no German address', async () => {
  const page = await openPage(phone, german);
  const answer = await page.goto('/de/nirgends');
  expect(answer?.status()).toBe(404);
  await page.getByRole('heading', { name: 'Seite nicht gefunden' }).waitFor();
  await look(page, 'not-found');
  for (const path of ['/de/admin', '/de/api/v1/catalog/types', '/de/catalog'])
    expect([path, (await page.goto(path))?.status()]).toEqual([path, 404]);
});

test.each([
  'ueber-uns',
  'agb',
  'datenschutz',
  'cookies',
  'lieferung-und-rueckgabe',
  'groessen',
  'merkzettel',
  'bestellungen/finden',
])('/de/%s is a page in German', async (path) => {
  const page = await openPage(phone, german);
  expect((await page.goto(`/de/${path}`))?.status()).toBe(200);
  await look(page, path.replace('/', '-'));
});
