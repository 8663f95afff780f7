import escapeHtml from 'escape-html';
import type { MailText } from '../domain/mail.ts';

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

const shelves = [
  {
    title: 'For the wet end of the forecast',
    text: 'Jackets, smocks and bibs that keep the spray where it belongs.',
    slug: 'foul-weather',
  },
  {
    title: 'For the deck and the coast path',
    text: 'Boots and shoes that grip, and a dry bag for what must not get wet.',
    slug: 'deck-footwear',
  },
  {
    title: 'For the night at anchor',
    text: 'Lamps, kettles and enamel that have been dropped before and did not mind.',
    slug: 'camp-kitchen',
  },
] as const;

const textOf = (firstName: string, shop: string): string => `Welcome aboard, ${firstName}.

Your Quayside account is ready. From now on your basket waits for you on
every device, and you can follow each order from the shelf to your door.

A few places to begin:

${shelves.map(({ title, text, slug }) => `* ${title}\n  ${text}\n  ${shop}/catalog?type=${slug}`).join('\n\n')}

Fair winds,
the crew at Quayside
${shop}

You get this mail because an account was made with your address. If that was
not you, simply leave it unused; there will be no more mail.
`;

const shelfRow = (shelf: (typeof shelves)[number], shop: string): string => `
            <tr>
              <td style="padding:14px 0;border-top:1px solid ${colours.rule}">
                <a href="${shop}/catalog?type=${shelf.slug}" style="font:600 17px/1.4 ${sans};color:${colours.glass}">${shelf.title}</a>
                <div style="font:400 15px/1.5 ${sans};color:${colours.soft}">${shelf.text}</div>
              </td>
            </tr>`;

// Mail programs keep to tables and inline styles; colours are set on every cell so that none inverts half of it.
const htmlOf = (firstName: string, shop: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light">
    <title>Welcome aboard</title>
  </head>
  <body style="margin:0;padding:0;background:${colours.paper}">
    <div style="display:none;max-height:0;overflow:hidden">Your Quayside account is ready.</div>
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
                <h1 style="margin:0 0 14px;font:500 30px/1.2 ${serif};color:${colours.ink}">Welcome aboard, ${firstName}</h1>
                <p style="margin:0 0 18px;font:400 16px/1.6 ${sans};color:${colours.ink}">Your account is ready. From now on your basket waits for you on every device, and you can follow each order from the shelf to your door.</p>
                <p style="margin:0 0 26px"><a href="${shop}/" style="display:inline-block;padding:13px 26px;background:${colours.ink};border-radius:4px;font:600 16px/1.4 ${sans};color:#ffffff;text-decoration:none">Step into the shop</a></p>
                <table role="presentation" width="100%" cellpadding="0" cellspacing="0">${shelves.map((shelf) => shelfRow(shelf, shop)).join('')}
                </table>
                <p style="margin:20px 0 24px;font:400 16px/1.6 ${serif};color:${colours.ink}">Fair winds,<br>the crew at Quayside</p>
              </td>
            </tr>
            <tr>
              <td style="padding:18px 32px 24px;border-top:1px solid ${colours.rule};font:400 13px/1.5 ${sans};color:${colours.soft}">You get this mail because an account was made with your address. If that was not you, simply leave it unused; there will be no more mail.</td>
            </tr>
          </table>
        </td>
      </tr>
    </table>
  </body>
</html>
`;

/** @param shop the public origin */
export const welcomeMail = ({ name, shop }: { name: string; shop: string }): MailText => {
  const firstName = name.trim().split(/\s+/u)[0] || 'sailor';
  return {
    subject: `Welcome aboard, ${firstName}`,
    text: textOf(firstName, shop),
    html: htmlOf(escapeHtml(firstName), escapeHtml(shop)),
  };
};
