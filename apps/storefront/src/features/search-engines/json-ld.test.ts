import { expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { JsonLd } from './json-ld.tsx';

test('a text that would end the script, or begin another, stays a text of its JSON', () => {
  const name = '</script><script>alert(1)</script><!--';
  const markup = renderToStaticMarkup(JsonLd({ data: { name } }));
  const [, json = ''] = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(markup) ?? [];
  expect(JSON.parse(json)).toEqual({ name });
});
