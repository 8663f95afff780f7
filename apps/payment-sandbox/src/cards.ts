/** `challenge…`: the buyer's bank asks for a code first. `unanswered`: it asks, and nothing comes of it. */
export type CardBehaviour =
  'paid' | 'declined' | 'slow' | 'timeout' | 'challenge' | 'challenge-fails' | 'unanswered';
export type CardBrand = 'visa' | 'mastercard' | 'amex' | 'discover' | 'unknown';

const testCards: Record<string, CardBehaviour> = {
  '4242424242424242': 'paid',
  '4000000000000002': 'declined',
  '4000000000000044': 'slow',
  '4000000000000119': 'timeout',
  '4000002500003155': 'challenge',
  '4000008400001629': 'challenge-fails',
  '4000000000003220': 'unanswered',
};

/** Every valid number that is not a test card is paid. */
export const behaviourOf = (number: string): CardBehaviour => testCards[number] ?? 'paid';

export const brandOf = (number: string): CardBrand => {
  if (number.startsWith('4')) return 'visa';
  if (/^(5[1-5]|2[2-7])/.test(number)) return 'mastercard';
  if (/^3[47]/.test(number)) return 'amex';
  if (/^6(011|5)/.test(number)) return 'discover';
  return 'unknown';
};

/** The check digit of ISO/IEC 7812-1. */
export const passesLuhn = (number: string): boolean => {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return /^\d{12,19}$/.test(number) && sum % 10 === 0;
};

/** A card is good until the end of the month printed on it. */
export const isExpired = (expiry: { month: number; year: number }, now: Date): boolean =>
  Date.UTC(expiry.year, expiry.month, 1) <= now.getTime();
