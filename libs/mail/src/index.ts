// What a use case knows of mail; who sends it imports `@quayside/mail/smtp`.
export { MailNotTaken } from './mail-not-taken.ts';
