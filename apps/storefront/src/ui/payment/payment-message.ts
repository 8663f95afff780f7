/** What the payment company's form tells the page around it. Anything else is not for us. */
export type PaymentMessage =
  | { type: 'token'; card: Card }
  /** The buyer did what the bank asked for, or it is over: what came of it the company tells the shop. */
  | { type: 'decided' }
  | { type: 'error'; message: string }
  | { type: 'height'; height: number };

/** What we may know of a card: a one-time token for it, and enough to show the shopper which one it is. */
export interface Card {
  token: string;
  brand: string;
  last4: string;
}

const tallest = 900;

const brandNames: Record<string, string> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
};

const parsePaymentMessage = (data: unknown): PaymentMessage | undefined => {
  if (typeof data !== 'object' || data === null) return undefined;
  const message = data as Record<string, unknown>;
  switch (message['type']) {
    case 'quayside-payment:token': {
      const { token, brand, last4 } = message;
      if (typeof token !== 'string' || typeof brand !== 'string' || typeof last4 !== 'string')
        return undefined;
      return { type: 'token', card: { token, brand: brandNames[brand] ?? brand, last4 } };
    }
    case 'quayside-payment:decided':
      return { type: 'decided' };
    case 'quayside-payment:error':
      return { type: 'error', message: String(message['message'] ?? 'The card could not be used.') };
    case 'quayside-payment:height': {
      const height = Number(message['height']);
      return height > 0 && height <= tallest ? { type: 'height', height: Math.ceil(height) } : undefined;
    }
    default:
      return undefined;
  }
};

/** What a window said, if it is that frame's and what it shows is still of the payment company. */
export const messageOfFrame = (
  { origin, source, data }: Pick<MessageEvent<unknown>, 'origin' | 'source' | 'data'>,
  frame: { readonly origin: string; readonly window: Window | null | undefined },
): PaymentMessage | undefined =>
  source !== null && source === frame.window && origin === frame.origin
    ? parsePaymentMessage(data)
    : undefined;
