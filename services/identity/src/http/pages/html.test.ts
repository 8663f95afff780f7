import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { html } from './html.ts';

describe('html templates', () => {
  test('escape what could end an attribute or begin a tag', () => {
    expect(html`<p title="${'" onload="x'}">${"<script>&'"}</p>`.markup).toBe(
      '<p title="&quot; onload=&quot;x">&lt;script&gt;&amp;&#39;</p>',
    );
  });

  test('keep markup of inner templates, and leave out what is absent', () => {
    const items = ['a', '<b>'].map((text) => html`<i>${text}</i>`);
    expect(html`<p>${items}${undefined}${false}</p>`.markup).toBe('<p><i>a</i><i>&lt;b&gt;</i></p>');
  });

  test('no text of a value becomes markup', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(html`${text}`.markup).not.toMatch(/[<>"']/);
      }),
    );
  });
});
