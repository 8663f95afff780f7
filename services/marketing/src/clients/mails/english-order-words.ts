import type { OrderWords } from './order-words.ts';

const fromWhere = { card: 'card', bank: 'bank account' } as const;

export const englishOrderWords: OrderWords = {
  of: {
    'order-confirmed': ({ number, total }) => ({
      subject: `Your order ${number} is confirmed`,
      title: 'Thank you for your order',
      words: [
        `We have your payment of ${total}, and your things are set aside. We write again when they leave the quay.`,
      ],
      button: 'See your order',
    }),
    'payment-waiting': ({ number, payUntil, method }) => ({
      subject: `Your payment for order ${number} waits for you`,
      title: 'Your payment waits for you',
      words: [
        method === 'bank'
          ? 'You went to your bank to pay, and it has not told us yet that you approved. Nothing was taken from your bank account.'
          : 'Your bank asks you to confirm that the card is yours, and has heard nothing yet. Nothing was taken from your card.',
        `Your things are set aside. Go on until ${payUntil}; the page of your order leads there.`,
      ],
      button: 'Go on paying',
    }),
    'payment-declined': ({ number, reason, payUntil, method }) => ({
      subject:
        method === 'bank'
          ? `Your payment by bank for order ${number} did not go through`
          : `Your card was declined for order ${number}`,
      title: method === 'bank' ? 'Your payment did not go through' : 'Your card was declined',
      words: [
        `The bank did not let the payment through: “${reason}”. Nothing was taken from your ${fromWhere[method]}.`,
        `Your things stay set aside until ${payUntil}. Pay with another card or by bank until then and all goes on as if nothing had happened.`,
      ],
      button: 'Pay again',
    }),
    'order-shipped': ({ number }) => ({
      subject: `Your parcel of order ${number} is on its way`,
      title: 'Your parcel is on its way',
      words: ['We handed it over just now. In it are:'],
      button: 'Follow your order',
    }),
    'order-delivered': ({ number }) => ({
      subject: `Your parcel of order ${number} has arrived`,
      title: 'Your parcel has arrived',
      words: [
        'According to the carrier it is with you now. If it is not, or something in it is not right, the page of your order leads on.',
      ],
      button: 'See your order',
    }),
    'order-cancelled': ({ number, by, isCharged, method }) => ({
      subject: `Your order ${number} is cancelled`,
      title: 'Your order is cancelled',
      words: [
        {
          buyer: 'As you asked, we do not send it.',
          stock:
            'We are sorry: somebody else was a moment earlier, and there is not enough left of what you ordered.',
          payment: 'It was not paid in time, so what was set aside is back on the shelf.',
          shop: 'We are sorry that we cannot send it.',
        }[by],
        isCharged
          ? `What you paid is on its way back to your ${fromWhere[method]}; we write again when it has left us.`
          : `Nothing was taken from your ${fromWhere[method]}.`,
      ],
      button: 'See your order',
    }),
    'items-cancelled': ({ number, method }) => ({
      subject: `A part of your order ${number} does not come`,
      title: 'A part of your order does not come',
      words: [
        `We are sorry: these cannot be sent. What you paid for them goes back to your ${fromWhere[method]}.`,
      ],
      button: 'See your order',
    }),
    'order-refunded': ({ number, amount, method }) => ({
      subject: `${amount} for order ${number} went back to your ${fromWhere[method]}`,
      title: `${amount} went back to you`,
      words: [
        `We have sent ${amount} back to the ${fromWhere[method]} you paid with. Banks take up to five working days to show it.`,
      ],
      button: 'See your order',
    }),
    'return-approved': ({ number }) => ({
      subject: `You may send back what you wished to of order ${number}`,
      title: 'Send it back to us',
      words: [
        `Pack it so that it comes through unharmed, and lay a note with the number ${number} in the parcel. Once it is here we look at it and send your money back.`,
      ],
      button: 'See your order',
    }),
    'return-refused': ({ number, reason }) => ({
      subject: `Your return of order ${number}: we cannot take it back`,
      title: 'We cannot take it back',
      words: [
        reason ? `We are sorry. This is why: “${reason}”` : 'We are sorry.',
        'If you see it differently, answer this mail.',
      ],
      button: 'See your order',
    }),
    'return-received': ({ number }) => ({
      subject: `Your return of order ${number} is here`,
      title: 'Your return is here',
      words: [
        'What you sent back has arrived with us. We look at it and send your money back; you hear from us when we have.',
      ],
      button: 'See your order',
    }),
    'order-link': ({ number }) => ({
      subject: `The link to your order ${number}`,
      title: 'Here is your order',
      words: [
        'Somebody, you we trust, asked for a new link to this order. It opens the order without an account, so keep it to yourself.',
        'If it was not you, there is nothing to do: nobody but you has this mail.',
      ],
      button: 'See your order',
    }),
  },
  invoice: {
    title: 'Your invoice',
    link: { title: 'Invoice as PDF', text: 'It is on the page of your order, in your account.' },
    guestText:
      'It is on the page of your order. Name and street are on it, so the page asks for your e-mail address first.',
  },
  account: {
    title: 'Next time quicker',
    link: {
      title: 'Make an account',
      text: 'With this e-mail address, and this order is in it as soon as you have confirmed the address.',
    },
  },
  goesTo: 'Goes to',
  carrier: 'Carrier',
  follow: 'Follow the parcel',
  items: 'Items',
  discount: 'Discount',
  shipping: 'Shipping',
  free: 'Free',
  total: 'Total',
  refunded: 'Refunded so far',
  taxes: {},
  taxIncluded: (tax) => `${tax} (included)`,
  why: (number) => `You get this mail because of your order ${number}.`,
};
