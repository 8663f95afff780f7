import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../src/control.ts';
import { look } from '../src/look.ts';
import { makeProduct } from '../src/made-product.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { signedIn } = browserFixture({ timeoutMs: 30_000 });
const merchandiser = 'merchandiser@quayside.test';
const mark = crypto.randomUUID().slice(0, 8);
const all = '/admin/categories';
/** Beside its label stands whether it is saved, and another language has one too. */
const itsName = /^Name(?! in)/;
const itsSlug = /^Slug(?! in)/;
let staff: ShopClient;

beforeAll(async () => {
  staff = createShopClient(origin);
  await staff.signIn(merchandiser);
});

/** @returns its id */
const make = async (page: Page, name: string, parent?: string): Promise<string> => {
  await page.goto(all);
  await page.getByRole('link', { name: 'New category' }).click();
  await page.getByLabel(itsName).fill(name);
  if (parent !== undefined) await page.getByLabel(/^In/).selectOption(parent);
  await page.getByRole('button', { name: 'Add the category' }).click();
  await page.waitForURL(/\/admin\/categories\/\d+$/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
};

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
};

/** One of its changes in the audit log, newest first: who did what, and each field before and after. */
const logged = async (page: Page, id: string, action: string): Promise<string> => {
  await page.goto(`/admin/audit?entity=category&entityId=${id}`);
  const entry = page.getByTestId(`entry-category-${id}`).filter({ hasText: `${action} category ${id}` });
  return (await entry.first().innerText()).replaceAll(/\s+/g, ' ');
};

const departments = (page: Page) => page.getByRole('navigation', { name: 'Departments', exact: true });

test('a category is made, renamed, moved under another and deleted, in the tree, in the shop and in the log', async () => {
  const [kites, sails, newName] = [`Kites ${mark}`, `Sails ${mark}`, `Stunt kites ${mark}`];
  const page = await signedIn(all, merchandiser);
  const sailsId = await make(page, sails);
  const id = await make(page, kites);
  expect(await page.getByLabel(itsSlug).inputValue()).toBe(`kites-${mark}`);
  const product = await makeProduct(staff, createShopClient(origin), {
    name: `Delta kite ${mark}`,
    categoryId: Number(id),
    variants: [{ sku: `KITE-${mark}`.toUpperCase(), prices: [{ currency: 'USD', amount: 4_900 }] }],
    stock: [2],
  });
  await eventually('the category to be a department of the shop', async () => {
    await page.goto('/');
    return (await departments(page).getByRole('link', { name: kites }).count()) === 1;
  });
  await page.goto(`/catalog?type=kites-${mark}`);
  await page.getByRole('heading', { level: 1, name: kites }).waitFor();
  await page
    .getByRole('link', { name: `Delta kite ${mark}` })
    .first()
    .waitFor();

  await page.goto(`${all}/${id}`);
  await page.getByLabel(itsName).fill(newName);
  await save(page);
  const renamed = await logged(page, id, 'changed');
  expect(renamed).toMatch(new RegExp(`name ${kites} ?${newName}`));
  expect(renamed).toContain(String((await staff.ask('GET /auth/session', {})).body.user?.name));
  await eventually('the shop to have its new name', async () => {
    await page.goto('/');
    return (await departments(page).getByRole('link', { name: newName }).count()) === 1;
  });

  // The one above it in the tree is the one made just before.
  await page.goto(all);
  await page.getByRole('button', { name: `Move ${newName} into the one above` }).click();
  await page.getByText(`${newName} is moved`).waitFor();
  const tree = await staff.ask('GET /api/v1/admin/catalog/categories', {});
  expect(tree.body.items.find((one) => one.id === Number(id))?.parentId).toBe(Number(sailsId));
  await look(page, 'admin-categories');
  expect(await logged(page, id, 'moved')).toMatch(new RegExp(`parentId empty ?${sailsId}`));
  await eventually('the shop to have it inside the other', async () => {
    await page.goto(`/catalog?type=sails-${mark}`);
    return (await page.getByRole('link', { name: `Delta kite ${mark}` }).count()) > 0;
  });
  await page.goto('/');
  await departments(page).getByRole('link', { name: sails }).waitFor();
  expect(await departments(page).getByRole('link', { name: newName }).count()).toBe(0);

  // Neither the one with a product nor the one with the other inside goes.
  await page.goto(`${all}/${id}`);
  await page.getByText('It holds 1 product, so it cannot be deleted').waitFor();
  expect(await page.getByRole('button', { name: 'Delete', exact: true }).count()).toBe(0);
  await look(page, 'admin-category-in-use');
  await page.goto(`${all}/${sailsId}`);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Delete the category' }).click();
  await page.getByText('put them elsewhere first').waitFor();

  const moved = await staff.ask('GET /api/v1/admin/catalog/products/:id', { params: { id: product.id } });
  const elsewhere = await staff.ask('PUT /api/v1/admin/catalog/products/:id', {
    params: { id: product.id },
    headers: { 'if-match': moved.headers.get('etag') ?? '' },
    body: { categoryId: Number(sailsId) },
  });
  expect(elsewhere.status).toBe(200);
  await page.goto(`${all}/${id}`);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Delete the category' }).click();
  await page.waitForURL(`**${all}`);
  await page.getByRole('link', { name: sails, exact: true }).waitFor();
  expect(await page.getByRole('link', { name: newName, exact: true }).count()).toBe(0);
  expect(await logged(page, id, 'deleted')).toContain(newName);
}, 180_000);

test('who saves a category late is told what changed, and loses nothing that was typed', async () => {
  const name = `Oars ${mark}`;
  const page = await signedIn(all, merchandiser);
  const id = await make(page, name);
  await page.getByLabel(itsName).fill(`${name} and paddles`);
  await page.getByLabel('Name in German').fill('Ruder und Paddel');
  const other = await page.context().newPage();
  await other.goto(`${all}/${id}`);
  await other.getByLabel(itsName).fill(`${name} and sweeps`);
  await other.getByLabel(itsSlug).fill(`sweeps-${mark}`);
  await save(other);
  await other.close();

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const stale = page.getByRole('alert').filter({ hasText: 'Somebody was faster' });
  await stale.getByText(`${name} and sweeps`).waitFor();
  await stale.getByText(`sweeps-${mark}`).waitFor();
  expect(await page.getByLabel(itsName).inputValue()).toBe(`${name} and paddles`);
  await look(page, 'admin-category-stale');
  await stale.getByRole('button', { name: /Keep mine/ }).click();
  await save(page);
  const { body } = await staff.ask('GET /api/v1/admin/catalog/categories/:id', { params: { id } });
  expect(body).toMatchObject({
    name: `${name} and paddles`,
    names: { de: 'Ruder und Paddel' },
    slug: `sweeps-${mark}`,
  });
}, 90_000);

test('a category into which a colleague put a product meanwhile is not deleted, and says why', async () => {
  const page = await signedIn(all, merchandiser);
  const id = await make(page, `Buoys ${mark}`);
  await page.getByRole('button', { name: 'Delete', exact: true }).waitFor();
  const made = await staff.ask('POST /api/v1/admin/catalog/products', {
    body: { slug: `buoy-${mark}`, name: `Buoy ${mark}`, brandId: 1, categoryId: Number(id) },
  });
  expect(made.status).toBe(201);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Delete the category' }).click();
  await page.getByRole('alert').getByText('put them elsewhere first').waitFor();
  await page.reload();
  await page.getByText('It holds 1 product, so it cannot be deleted').waitFor();
}, 60_000);

test('a category gets a German slug from its German name, and who writes one that is taken is told at the field', async () => {
  const page = await signedIn(`${all}/new`, merchandiser);
  await page.getByLabel(itsName).fill(`Rain hats ${mark}`);
  await page.getByLabel('Name in German').fill(`Regenhüte ${mark}`);
  const germanSlug = page.getByLabel('Slug in German');
  expect(await germanSlug.inputValue()).toBe(`regenhuete-${mark}`);
  await germanSlug.fill('taschen-und-packsaecke');
  await page.getByRole('button', { name: 'Add the category' }).click();
  await page.getByText('Something else has the slug taschen-und-packsaecke').waitFor();
  expect(await germanSlug.getAttribute('aria-invalid')).toBe('true');
  await germanSlug.fill(`suedwester-${mark}`);
  await page.getByRole('button', { name: 'Add the category' }).click();
  await page.waitForURL(/\/admin\/categories\/\d+$/);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  expect(await germanSlug.inputValue()).toBe(`suedwester-${mark}`);
  await look(page, 'admin-category-german-slug');

  // The one before leads on, as the address says once the shop has heard of it.
  await germanSlug.fill(`regenhuete-${mark}`);
  await save(page);
  expect(await logged(page, id, 'changed')).toMatch(
    new RegExp(`germanSlug suedwester-${mark} ?regenhuete-${mark}`),
  );
  await eventually('the address of before to lead on', async () => {
    const answer = await fetch(new URL(`/de/katalog?type=suedwester-${mark}`, origin), {
      redirect: 'manual',
    });
    return answer.headers.get('location')?.endsWith(`/de/katalog?type=regenhuete-${mark}`);
  });
}, 90_000);
