import { describe, expect, test } from '@jest/globals';
import { welcomeMail } from './welcome-mail.ts';

const shop = 'https://shop.example.com';

describe('the welcome mail', () => {
  test('greets by the first name, in subject, text and HTML', () => {
    const mail = welcomeMail({ name: 'Signe Marie Holm', shop });
    expect(mail.subject).toBe('Welcome aboard, Signe');
    expect(mail.text).toContain('Welcome aboard, Signe\n');
    expect(mail.html).toContain('Welcome aboard, Signe</h1>');
  });

  test('leads to the shop and to shelves of it', () => {
    const mail = welcomeMail({ name: 'Signe', shop });
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain(`${shop}/catalog?type=foul-weather`);
    }
    expect(mail.html.match(/href="(?!https:\/\/shop\.example\.com\/)/g)).toBeNull();
  });

  test('makes no markup of a name', () => {
    const mail = welcomeMail({ name: '<img/src=x>&"', shop });
    expect(mail.html).not.toContain('<img');
    expect(mail.html).toContain('&lt;img/src=x&gt;&amp;&quot;');
  });
});
