import {
  cleanLine,
  isPersonName,
  isPrintableLine,
  isPrintableText,
  type ContactFault,
  type ContactMessageBody,
} from '@quayside/contracts';
import { isEmail, tidyEmail } from '@quayside/contracts/email';
import { ContactMessageInvalid } from '../domain/contact-errors.ts';
import type { ContactMessage } from '../domain/contact-message.ts';

/** More than these are what advertising has. */
const linksAtMost = 5;
/** Fewer different letters are no words. */
const lettersAtLeast = 3;

type Fault = ContactFault['fault'];

const faultOfLine = (line: string, isRight: (line: string) => boolean): Fault | undefined => {
  if (line === '') return 'missing';
  if (!isPrintableLine(line)) return 'unprintable';
  return isRight(line) ? undefined : 'invalid';
};

const faultOfText = (text: string): Fault | undefined => {
  if (text.trim() === '') return 'missing';
  if (!isPrintableText(text)) return 'unprintable';
  if ((text.match(/https?:|www\./gi) ?? []).length > linksAtMost) return 'links';
  const letters = new Set(text.toLowerCase().match(/\p{L}/gu) ?? []);
  return letters.size < lettersAtLeast ? 'invalid' : undefined;
};

const isOrderNumber = (line: string): boolean =>
  /^(?:QS)?[0-9A-Z]{8}$/i.test(line.replaceAll(/[\s\p{Pd}.#]/gu, ''));

/**
 * The message as it was meant: lines cleaned, empty ones left out.
 *
 * @throws {ContactMessageInvalid} with every fault of it
 */
export const contactMessageOf = ({
  locale = 'en',
  orderNumber = '',
  ...given
}: ContactMessageBody): ContactMessage => {
  const number = cleanLine(orderNumber);
  const message = {
    topic: given.topic,
    name: cleanLine(given.name),
    email: tidyEmail(given.email),
    text: given.text.replaceAll(/\r\n?/g, '\n').normalize().trim(),
    locale,
    ...(number && { orderNumber: number.toUpperCase() }),
  };
  const found: Record<ContactFault['field'], Fault | undefined> = {
    orderNumber: number ? faultOfLine(number, isOrderNumber) : undefined,
    name: faultOfLine(message.name, isPersonName),
    email: faultOfLine(message.email, isEmail),
    text: faultOfText(message.text),
  };
  const faults = Object.entries(found).flatMap(([field, fault]) =>
    fault ? [{ field: field as ContactFault['field'], fault }] : [],
  );
  if (faults.length > 0) throw new ContactMessageInvalid(faults);
  return message;
};
