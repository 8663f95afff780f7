/** How a number is shown, as far as it changes what it says. */
export type NumberForm =
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  /** So many digits at least: `00000`. */
  | { readonly kind: 'padded'; readonly digits: number };

const dayMs = 86_400_000;

const dateIds = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** What a number format of a workbook makes of a number: by its built-in number, or by its code. */
export const numberFormOf = (id: number, code?: string): NumberForm => {
  if (code === undefined) return dateIds(id) ? { kind: 'date' } : { kind: 'number' };
  if (/^0{2,}$/.test(code)) return { kind: 'padded', digits: code.length };
  const shown = code
    .replaceAll(/"[^"]*"|\\.|[_*]./g, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replaceAll(/general/gi, '');
  return /[ymdhs]/i.test(shown) ? { kind: 'date' } : { kind: 'number' };
};

/** Spreadsheets count days from the last of 1899, and have a 29th of February 1900, which was none. */
const timeOf = (serial: number, is1904: boolean): number => {
  if (is1904) return Date.UTC(1904, 0, 1) + serial * dayMs;
  return Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * dayMs;
};

const dateText = (serial: number, is1904: boolean): string => {
  const time = new Date(Math.round(timeOf(serial, is1904) / 1000) * 1000);
  if (Number.isNaN(time.getTime())) return String(serial);
  const [date = '', clock = ''] = time.toISOString().slice(0, 19).split('T');
  if (serial < 1) return clock;
  return clock === '00:00:00' ? date : `${date} ${clock}`;
};

/** As many digits as a spreadsheet shows; what binary fractions add to them is none of the number. */
const plain = (value: number): string => {
  const text = String(Number(value.toPrecision(15)));
  if (!text.includes('e')) return text;
  return Math.abs(value) >= 1
    ? BigInt(Math.round(value)).toString()
    : value.toFixed(15).replace(/\.?0+$/, '');
};

/** Three decimals could be taken for a thousand. */
const unmistakable = (text: string): string => (/\.\d{3}$/.test(text) ? `${text}0` : text);

/** What a cell with a number says. */
export const numberText = (written: string, form: NumberForm, is1904: boolean): string => {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written;
  switch (form.kind) {
    case 'date':
      return value < 0 ? plain(value) : dateText(value, is1904);
    case 'padded':
      return Number.isSafeInteger(value) && value >= 0
        ? plain(value).padStart(form.digits, '0')
        : plain(value);
    case 'number':
      return unmistakable(plain(value));
  }
};

/** Characters that XML has no place for are written as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => {
        const character = String.fromCodePoint(Number.parseInt(code, 16));
        // A database keeps no NUL.
        return character === '\0' ? '\u{1}' : character;
      })
    : text;

/** The column of a cell by its name: `A1` is 0, `AB7` is 27; undefined for what is no name. */
export const columnOf = (name: string): number | undefined => {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(name)?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.codePointAt(0) ?? 0) - 64;
  return column - 1;
};
