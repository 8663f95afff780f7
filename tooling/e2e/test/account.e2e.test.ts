import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { barriersOf } from '../src/barriers.ts';
import { browserFixture } from './browser-fixture.ts';

const { openPage } = browserFixture({ timeoutMs: 15_000 });

test('whoever has an account takes along what is kept of them, and deletes it when they mean to', async () => {
  const email = `leaving-${crypto.randomUUID()}@example.test`;
  const page = await openPage();
  await page.goto('/auth/register?returnTo=/account');
  await page.getByLabel('Name').fill('Ingrid Leaving');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill('a harbour in november');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
  expect(await barriersOf(page)).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download it' }).click(),
  ]);
  const copy = JSON.parse(await readFile(await download.path(), 'utf8')) as { account: unknown };
  expect(copy.account).toMatchObject({ name: 'Ingrid Leaving', email });

  const field = page.getByLabel('Type your e-mail address to confirm');
  await field.fill('somebody@else.test');
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByText('That is not the address of this account.').waitFor();
  await field.fill(email);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your account is deleted' }).waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Sign in' }).waitFor();
  await page.goto('/account');
  await page.getByLabel('Password').waitFor();
}, 90_000);
