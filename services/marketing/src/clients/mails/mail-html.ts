import type { MailBlock, MailPage } from './mail-page.ts';
import { markup, type Markup } from './markup.ts';

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
const words = `margin:0 0 18px;font:400 16px/1.6 ${sans};color:${colours.ink};overflow-wrap:anywhere`;
const small = `margin:0 0 6px;font:600 13px/1.4 ${sans};color:${colours.soft};letter-spacing:.04em`;
const table = 'width:100%;border-collapse:collapse;margin:0 0 22px';

const row = (cells: Markup): Markup => markup`<tr>${cells}</tr>`;

type Of<T extends MailBlock['type']> = Extract<MailBlock, { type: T }>;

const goods = ({ rows }: Of<'goods'>): Markup => {
  const cell = `padding:12px 0;border-top:1px solid ${colours.rule};vertical-align:top`;
  const drawn = rows.map(({ name, quantity, amount, pictureUrl }) =>
    row(markup`
      <td width="68" style="${cell}"><img src="${pictureUrl}" width="56" height="56" alt="" style="display:block;border:1px solid ${colours.rule};object-fit:cover"></td>
      <td style="${cell};font:400 16px/1.5 ${sans};color:${colours.ink};word-break:break-word">${quantity !== undefined && markup`<span style="color:${colours.soft}">${quantity} ×</span> `}${name}</td>
      <td align="right" style="${cell};padding-left:16px;font:600 16px/1.5 ${sans};color:${colours.ink};white-space:nowrap">${amount}</td>`),
  );
  return markup`<table role="presentation" cellpadding="0" cellspacing="0" style="${table}">${drawn}</table>`;
};

const sums = ({ rows }: Of<'sums'>): Markup => {
  const drawn = rows.map(({ label, amount, isTotal }) => {
    const look = isTotal
      ? `padding:12px 0 4px;border-top:2px solid ${colours.ink};font:600 18px/1.4 ${sans};color:${colours.ink}`
      : `padding:3px 0;font:400 15px/1.5 ${sans};color:${colours.soft}`;
    return row(
      markup`<td style="${look}">${label}</td><td align="right" style="${look};padding-left:16px;white-space:nowrap">${amount}</td>`,
    );
  });
  return markup`<table cellpadding="0" cellspacing="0" style="${table}">${drawn}</table>`;
};

const facts = ({ title, lines, link }: Of<'facts'>): Markup => markup`
  <p style="${small}">${title}</p>
  <p style="${words}">${lines.map((line, index) => (index === 0 ? markup`${line}` : markup`<br>${line}`))}${
    link &&
    markup`<br><a href="${link.href}" style="font-weight:600;color:${colours.glass}">${link.label}</a>`
  }</p>`;

const links = ({ title, links: given }: Of<'links'>): Markup => markup`
  <p style="${small}">${title}</p>
  <table role="presentation" cellpadding="0" cellspacing="0" style="${table}">${given.map((link) =>
    row(markup`<td style="padding:14px 0;border-top:1px solid ${colours.rule}">
      <a href="${link.href}" style="font:600 17px/1.4 ${sans};color:${colours.glass}">${link.title}</a>
      <div style="font:400 15px/1.5 ${sans};color:${colours.soft}">${link.text}</div></td>`),
  )}</table>`;

const drawn = (block: MailBlock): Markup => {
  switch (block.type) {
    case 'words':
      return markup`<p style="${words}">${block.text}</p>`;
    case 'button':
      return markup`<p style="margin:0 0 26px"><a href="${block.href}" style="display:inline-block;padding:13px 26px;background:${colours.ink};border-radius:4px;font:600 16px/1.4 ${sans};color:#ffffff;text-decoration:none">${block.label}</a></p>`;
    case 'goods':
      return goods(block);
    case 'sums':
      return sums(block);
    case 'facts':
      return facts(block);
    case 'links':
      return links(block);
  }
};

// Mail programs keep to tables and inline styles; colours are set on every cell so that none inverts half of it.
export const mailHtml = (page: MailPage): string =>
  markup`<!doctype html>
<html lang="${page.language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light">
    <title>${page.subject}</title>
  </head>
  <body style="margin:0;padding:0;background:${colours.paper}">
    <div style="display:none;max-height:0;overflow:hidden">${page.preview}</div>
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:${colours.paper}">
      <tr>
        <td align="center" style="padding:24px 12px">
          <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:${colours.sheet};border:1px solid ${colours.rule}">
            <tr>
              <td style="padding:22px 32px;background:${colours.ink}"><a href="${page.shop}/" style="font:600 24px/1 ${serif};color:#ffffff;text-decoration:none">Quayside</a></td>
            </tr>
            <tr>
              <td style="height:6px;line-height:6px;font-size:0;background:#f3b61f">&nbsp;</td>
            </tr>
            <tr>
              <td style="padding:32px 32px 8px">
                <h1 style="margin:0 0 14px;font:500 30px/1.2 ${serif};color:${colours.ink};overflow-wrap:anywhere">${page.title}</h1>
                ${page.blocks.map(drawn)}
                <p style="margin:20px 0 24px;font:400 16px/1.6 ${serif};color:${colours.ink}">${page.farewell.map(
                  (line, index) => (index === 0 ? markup`${line}` : markup`<br>${line}`),
                )}</p>
              </td>
            </tr>
            <tr>
              <td style="padding:18px 32px 24px;border-top:1px solid ${colours.rule};font:400 13px/1.5 ${sans};color:${colours.soft}">${page.why}${
                page.end &&
                markup`<br><a href="${page.end.href}" style="color:${colours.soft}">${page.end.label}</a>`
              }</td>
            </tr>
          </table>
        </td>
      </tr>
    </table>
  </body>
</html>
`.text;
