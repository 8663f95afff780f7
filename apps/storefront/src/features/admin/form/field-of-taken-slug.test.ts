import { expect, test } from '@jest/globals';
import { fieldOfTakenSlug } from './field-of-taken-slug.ts';

test.each([
  ['hats', 'huete', 'Something else has the slug hats', 'slug'],
  ['hats', 'huete', 'Something else has the slug huete', 'slugs.de'],
  ['big-hats', 'hats', 'Something else has the slug big-hats', 'slug'],
  ['hats', '', 'Something else has the slug hats', 'slug'],
])('of %s and %s, “%s” is said at %s', (slug, german, detail, field) => {
  const problem = { type: 'about:blank', status: 409, title: '', code: 'slug-taken', detail, traceId: '' };
  expect(fieldOfTakenSlug('slugs.de')(problem, { slug, 'slugs.de': german })).toBe(field);
});
