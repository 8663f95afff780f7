import escapeHtml from 'escape-html';
import type { MailText } from '../domain/account-mail.ts';
import type { SaidOfAccount } from './account-words.ts';

const colours = {
  ink: '#10243a',
  soft: '#384b60',
  paper: '#f7f4eb',
  sheet: '#fdfcf7',
  rule: '#d8d1bd',
  glass: '#1c685d',
};
const serif = "'Iowan Old Style','Palatino Linotype',Palatino,Georgia,serif";
const sans = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/** A mail of ours: nothing of it comes from whoever caused it but an address that was checked. */
export interface Letter extends SaidOfAccount {
  /** BCP 47. */
  readonly language: string;
  readonly action?: { readonly label: string; readonly url: string };
  readonly orOpen: string;
  readonly farewell: string;
}

const paragraph = (text: string): string =>
  `<p style="margin:0 0 18px;font:400 16px/1.6 ${sans};color:${colours.ink}">${escapeHtml(text)}</p>`;

const actionOf = ({ label, url }: NonNullable<Letter['action']>, orOpen: string): string => {
  const link = escapeHtml(url);
  return `<p style="margin:0 0 18px"><a href="${link}" style="display:inline-block;padding:13px 26px;background:${colours.ink};border-radius:4px;font:600 16px/1.4 ${sans};color:#ffffff;text-decoration:none">${escapeHtml(label)}</a></p>
                <p style="margin:0 0 22px;font:400 13px/1.5 ${sans};color:${colours.soft};word-break:break-all">${escapeHtml(orOpen)} <a href="${link}" style="color:${colours.glass}">${link}</a></p>`;
};

// Mail programs keep to tables and inline styles; colours are set on every cell so that none inverts half of it.
const htmlOf = (letter: Letter): string => `<!doctype html>
<html lang="${letter.language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light">
    <title>${escapeHtml(letter.heading)}</title>
  </head>
  <body style="margin:0;padding:0;background:${colours.paper}">
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:${colours.paper}">
      <tr>
        <td align="center" style="padding:24px 12px">
          <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:${colours.sheet};border:1px solid ${colours.rule}">
            <tr>
              <td style="padding:22px 32px;background:${colours.ink};font:600 24px/1 ${serif};color:#ffffff">Quayside</td>
            </tr>
            <tr>
              <td style="height:6px;line-height:6px;font-size:0;background:#f3b61f">&nbsp;</td>
            </tr>
            <tr>
              <td style="padding:32px 32px 8px">
                <h1 style="margin:0 0 14px;font:500 30px/1.2 ${serif};color:${colours.ink}">${escapeHtml(letter.heading)}</h1>
                ${letter.paragraphs.map(paragraph).join('\n                ')}
                ${letter.action ? actionOf(letter.action, letter.orOpen) : ''}
              </td>
            </tr>
            <tr>
              <td style="padding:18px 32px 24px;border-top:1px solid ${colours.rule};font:400 13px/1.5 ${sans};color:${colours.soft}">${escapeHtml(letter.otherwise)}</td>
            </tr>
          </table>
        </td>
      </tr>
    </table>
  </body>
</html>
`;

const textOf = ({ heading, paragraphs, action, farewell, otherwise }: Letter): string =>
  [heading, ...paragraphs, ...(action ? [`${action.label}:\n${action.url}`] : []), farewell, otherwise].join(
    '\n\n',
  ) + '\n';

export const mailOf = (letter: Letter): MailText => ({
  subject: letter.subject,
  text: textOf(letter),
  html: htmlOf(letter),
});
