export { emailKey, isEmail, mailboxOf, tidyEmail } from './email-address.ts';
