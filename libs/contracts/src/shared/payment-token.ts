import { z } from 'zod';

/** A card number standing as a word of its own, in one piece or in groups; they have 12 to 19 digits. */
const holdsCardNumber = (token: string): boolean =>
  (token.match(/(?<=_)\d+(_\d+)*(?=_|$)/g) ?? []).some((word) => {
    const digits = word.replaceAll('_', '').length;
    return digits >= 12 && digits <= 19;
  });

/** In the place of a card's token: pays by bank. It may be used again. */
export const bankToken = 'tok_bank';

/** A one-time token of the payment company that stands for a card, or `bankToken`; never card data. */
export const paymentToken = z
  .string()
  .regex(/^tok_[A-Za-z0-9_]{2,60}$/)
  .refine((token) => !holdsCardNumber(token), 'A card number is no token');
