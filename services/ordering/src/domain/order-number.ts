const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The letters of a number however somebody typed it, in small ones: without `QS` and blanks, an O for the zero it is. */
export const orderNumberKey = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/^qs(?=.{8}$)/, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1');

/** Short and speakable, `QS-7K3M-9Q2F`: the last 40 random bits of the order's UUIDv7 in Crockford's base 32. */
export const orderNumberOf = (orderId: string): string => {
  let bits = BigInt(`0x${orderId.replaceAll('-', '').slice(-10)}`);
  let letters = '';
  for (let index = 0; index < 8; index += 1) {
    letters = crockford.charAt(Number(bits & 31n)) + letters;
    bits >>= 5n;
  }
  return `QS-${letters.slice(0, 4)}-${letters.slice(4)}`;
};
