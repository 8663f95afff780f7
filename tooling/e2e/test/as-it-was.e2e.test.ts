import { afterEach, expect, test } from '@jest/globals';
import { createControl } from '../src/control.ts';
import { look } from '../src/look.ts';
import { phone } from '../src/screenshots.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { openPage } = browserFixture({ timeoutMs: 15_000 });
const control = createControl(theStack());
afterEach(() => control.allReady());

test.each([
  ['home', '/', undefined],
  ['listing', '/catalog?sort=newest', phone],
])(
  '%s, shown as it was read last while Catalog is stopped, says so',
  async (name, path, viewport) => {
    const page = await openPage(viewport);
    await page.goto(path);
    expect(await page.getByText('The catalog does not answer right now').count()).toBe(0);
    await control.stop('catalog');
    await page.goto(path);
    await page.getByText('The catalog does not answer right now').waitFor();
    expect(await page.locator('main a[href^="/products/"]').count()).toBeGreaterThan(0);
    await look(page, `as-it-was-${name}`);
    await control.start('catalog');
  },
  60_000,
);
