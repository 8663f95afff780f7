import { describe, expect, test } from '@jest/globals';
import { look } from '../src/look.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { signedIn } = browserFixture({ timeoutMs: 30_000 });

const tokenOf = (id: string, secret: string) =>
  fetch(`${origin}/identity/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'stock:write' }),
  });

describe('a key for another system', () => {
  test('is made in the admin pages, books a delivery under its name, and is revoked', async () => {
    const name = `Warehouse ${Date.now().toString(36)}`;
    const page = await signedIn('/admin/api-keys');
    await page.getByRole('button', { name: 'Make the key' }).click();
    await page.getByText('Choose what it may do').waitFor();
    await look(page, 'admin-api-keys');
    await page.getByLabel('Name').fill(name);
    await page.getByRole('checkbox', { name: /^Read and book stock/ }).check();
    await page.getByRole('button', { name: 'Make the key' }).click();
    await page.getByText(`The key for ${name} is made`).waitFor();
    const [id = '', secret = ''] = await page.locator('main dd code').allTextContents();
    expect(secret).toMatch(/^qsk_[\w-]{43}$/);
    await look(page, 'admin-api-key-made');
    await page.getByRole('button', { name: 'I have it' }).click();
    expect(await page.content()).not.toContain(secret);

    const token = await tokenOf(id, secret);
    expect(token.status).toBe(200);
    const { access_token: bearer } = (await token.json()) as { access_token: string };
    const [item] = (await createShopClient(origin).items({ inStock: 'true', pageSize: 1 })).body.items;
    const booked = await fetch(`${origin}/api/v1/catalog/items/${item?.id}/stock-adjustments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ delta: 1, reason: 'Delivery of a test' }),
    });
    expect([booked.status, booked.status < 300 ? '' : await booked.text()]).toEqual([200, '']);

    await page.goto(`/admin/stock/${item?.id}`);
    await page.getByText(name).first().waitFor();
    await page.goto('/admin/api-keys');
    const entry = page.getByTestId(`key-${id}`);
    await entry.getByText('last used').waitFor();
    await entry.getByRole('button', { name: `Revoke ${name}` }).click();
    await page.getByRole('button', { name: 'Revoke the key' }).click();
    await entry.getByText('Revoked', { exact: true }).waitFor();
    expect((await tokenOf(id, secret)).status).toBe(401);
    await look(page, 'admin-api-keys-revoked');
    await page.context().close();
  }, 120_000);
});
