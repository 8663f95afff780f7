import { describe, expect, test } from '@jest/globals';
import { ContactMessageInvalid } from '../domain/contact-errors.ts';
import { contactMessageOf } from './contact-message-of.ts';

const good = {
  topic: 'order' as const,
  name: 'Signe Holm',
  email: 'signe@example.com',
  text: 'Where is it?\r\nThank you.',
};

const faultsOf = (change: object): unknown => {
  try {
    contactMessageOf({ ...good, ...change });
  } catch (error) {
    if (error instanceof ContactMessageInvalid) return error.extra.faults;
    throw error;
  }
  return [];
};

describe('a message to the shop', () => {
  test('is taken as it was meant', () => {
    const message = { ...good, name: '  Signe \u200B Holm ', orderNumber: ' qs 7k3m-9q2f ' };
    expect(contactMessageOf(message)).toEqual({
      ...{ topic: 'order', name: 'Signe Holm', email: 'signe@example.com', locale: 'en' },
      ...{ text: 'Where is it?\nThank you.', orderNumber: 'QS 7K3M-9Q2F' },
    });
  });

  test.each([
    [{ name: '' }, 'name', 'missing'],
    [{ name: 'Signe\r\nBcc: all@example.com' }, 'name', 'unprintable'],
    [{ name: 'see www.example.com' }, 'name', 'invalid'],
    [{ name: '12345' }, 'name', 'invalid'],
    [{ email: ' ' }, 'email', 'missing'],
    [{ email: 'signe@example.com\nBcc: all@example.com' }, 'email', 'unprintable'],
    [{ email: 'signe@' }, 'email', 'invalid'],
    [{ email: 'signe@example.com, all@example.com' }, 'email', 'invalid'],
    [{ text: ' \n ' }, 'text', 'missing'],
    [{ text: 'Where is\u0000 it?' }, 'text', 'unprintable'],
    [{ text: 'Where \u202Eis it?' }, 'text', 'unprintable'],
    [{ text: '????? 12345' }, 'text', 'invalid'],
    [{ text: 'aaaaaaaaa' }, 'text', 'invalid'],
    [{ text: 'Buy at https://a.example '.repeat(6) }, 'text', 'links'],
    [{ orderNumber: 'the blue one' }, 'orderNumber', 'invalid'],
    [{ orderNumber: 'QS-7K3M\u0007-9Q2F' }, 'orderNumber', 'unprintable'],
  ])('is refused with %j', (change, field, fault) => {
    expect(faultsOf(change)).toEqual([{ field, fault }]);
  });

  test('tells all its faults at once, and of an empty order number none', () => {
    expect(faultsOf({ name: '', email: 'x', text: '', orderNumber: ' ' })).toHaveLength(3);
  });
});
