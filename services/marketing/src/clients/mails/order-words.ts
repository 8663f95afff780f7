import type { OrderMailKind } from '../../domain/mail.ts';
import type { MailLanguage } from './language.ts';

/** What a mail about an order can name. */
export interface OrderMailFacts {
  readonly number: string;
  /** As people write it in the language of the mail. */
  readonly total: string;
  readonly amount: string;
  readonly payUntil: string;
  /** Why a card was declined, in the payment company's words, or a return refused, in the shop's. */
  readonly reason: string;
  /** Who cancelled the order. */
  readonly by: 'buyer' | 'stock' | 'payment' | 'shop';
  readonly isCharged: boolean;
}

interface Said {
  readonly subject: string;
  readonly title: string;
  readonly words: readonly string[];
  readonly button: string;
}

export interface OrderWords {
  readonly hello: (firstName: string | undefined) => string;
  readonly of: Readonly<Record<OrderMailKind, (facts: OrderMailFacts) => Said>>;
  /** To a guest. */
  readonly account: {
    readonly title: string;
    readonly link: { readonly title: string; readonly text: string };
  };
  readonly goesTo: string;
  readonly carrier: string;
  readonly follow: string;
  readonly items: string;
  readonly discount: string;
  readonly shipping: string;
  readonly free: string;
  readonly total: string;
  readonly refunded: string;
  readonly taxIncluded: (tax: string) => string;
  readonly farewell: readonly string[];
  readonly why: (number: string) => string;
}

const en: OrderWords = {
  hello: (firstName) => (firstName ? `Dear ${firstName},` : 'Hello,'),
  of: {
    'order-confirmed': ({ number, total }) => ({
      subject: `Your order ${number} is confirmed`,
      title: 'Thank you for your order',
      words: [
        `We have your payment of ${total}, and your things are set aside. We write again when they leave the quay.`,
      ],
      button: 'See your order',
    }),
    'payment-declined': ({ number, reason, payUntil }) => ({
      subject: `Your card was declined for order ${number}`,
      title: 'Your card was declined',
      words: [
        `The bank did not let the payment through: “${reason}”. Nothing was taken from your card.`,
        `Your things stay set aside until ${payUntil}. Pay with another card until then and all goes on as if nothing had happened.`,
      ],
      button: 'Pay with another card',
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
    'order-cancelled': ({ number, by, isCharged }) => ({
      subject: `Your order ${number} is cancelled`,
      title: 'Your order is cancelled',
      words: [
        {
          buyer: 'As you asked, we do not send it.',
          stock:
            'We are sorry: somebody else was a moment earlier, and there is not enough left of what you ordered.',
          payment: 'No card was paid with in time, so what was set aside is back on the shelf.',
          shop: 'We are sorry that we cannot send it.',
        }[by],
        isCharged
          ? 'What you paid is on its way back to your card; we write again when it has left us.'
          : 'Nothing was taken from your card.',
      ],
      button: 'See your order',
    }),
    'items-cancelled': ({ number }) => ({
      subject: `A part of your order ${number} does not come`,
      title: 'A part of your order does not come',
      words: ['We are sorry: these cannot be sent. What you paid for them goes back to your card.'],
      button: 'See your order',
    }),
    'order-refunded': ({ number, amount }) => ({
      subject: `${amount} for order ${number} went back to your card`,
      title: `${amount} went back to you`,
      words: [
        `We have sent ${amount} back to the card you paid with. Banks take up to five working days to show it.`,
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
  taxIncluded: (tax) => `${tax} (included)`,
  farewell: ['Fair winds,', 'the crew at Quayside'],
  why: (number) => `You get this mail because of your order ${number}.`,
};

const de: OrderWords = {
  hello: (firstName) => (firstName ? `Guten Tag ${firstName},` : 'Guten Tag,'),
  of: {
    'order-confirmed': ({ number, total }) => ({
      subject: `Ihre Bestellung ${number} ist bestätigt`,
      title: 'Danke für Ihre Bestellung',
      words: [
        `Ihre Zahlung von ${total} ist da, und Ihre Sachen liegen bereit. Wir schreiben wieder, wenn sie den Kai verlassen.`,
      ],
      button: 'Zur Bestellung',
    }),
    'payment-declined': ({ number, reason, payUntil }) => ({
      subject: `Ihre Karte wurde für Bestellung ${number} abgelehnt`,
      title: 'Ihre Karte wurde abgelehnt',
      words: [
        `Die Bank hat die Zahlung nicht zugelassen: „${reason}“. Ihre Karte wurde nicht belastet.`,
        `Ihre Sachen bleiben bis ${payUntil} für Sie zurückgelegt. Zahlen Sie bis dahin mit einer anderen Karte, und alles geht weiter, als wäre nichts gewesen.`,
      ],
      button: 'Mit anderer Karte zahlen',
    }),
    'order-shipped': ({ number }) => ({
      subject: `Ihr Paket zur Bestellung ${number} ist unterwegs`,
      title: 'Ihr Paket ist unterwegs',
      words: ['Wir haben es gerade übergeben. Darin sind:'],
      button: 'Bestellung verfolgen',
    }),
    'order-delivered': ({ number }) => ({
      subject: `Ihr Paket zur Bestellung ${number} ist angekommen`,
      title: 'Ihr Paket ist angekommen',
      words: [
        'Laut Zusteller ist es jetzt bei Ihnen. Wenn nicht, oder wenn etwas daran nicht stimmt, hilft die Seite Ihrer Bestellung weiter.',
      ],
      button: 'Zur Bestellung',
    }),
    'order-cancelled': ({ number, by, isCharged }) => ({
      subject: `Ihre Bestellung ${number} ist storniert`,
      title: 'Ihre Bestellung ist storniert',
      words: [
        {
          buyer: 'Wie gewünscht senden wir sie nicht ab.',
          stock:
            'Es tut uns leid: Jemand war einen Moment schneller, und von Ihrer Bestellung ist nicht mehr genug da.',
          payment: 'Sie wurde nicht rechtzeitig bezahlt, und das Zurückgelegte steht wieder im Regal.',
          shop: 'Es tut uns leid, dass wir sie nicht senden können.',
        }[by],
        isCharged
          ? 'Ihre Zahlung ist auf dem Weg zurück auf Ihre Karte; wir schreiben wieder, wenn sie bei uns abgegangen ist.'
          : 'Ihre Karte wurde nicht belastet.',
      ],
      button: 'Zur Bestellung',
    }),
    'items-cancelled': ({ number }) => ({
      subject: `Ein Teil Ihrer Bestellung ${number} kommt nicht`,
      title: 'Ein Teil Ihrer Bestellung kommt nicht',
      words: [
        'Es tut uns leid: Das hier können wir nicht senden. Was Sie dafür bezahlt haben, geht auf Ihre Karte zurück.',
      ],
      button: 'Zur Bestellung',
    }),
    'order-refunded': ({ number, amount }) => ({
      subject: `${amount} für Bestellung ${number} gingen auf Ihre Karte zurück`,
      title: `${amount} gingen an Sie zurück`,
      words: [
        `Wir haben ${amount} auf die Karte zurückgesendet, mit der Sie bezahlt haben. Bis eine Bank das zeigt, dauert es bis zu fünf Werktage.`,
      ],
      button: 'Zur Bestellung',
    }),
    'return-approved': ({ number }) => ({
      subject: `Sie können die Ware aus Bestellung ${number} zurücksenden`,
      title: 'Senden Sie uns die Ware zurück',
      words: [
        `Bitte verpacken Sie alles so, dass es heil ankommt, und legen Sie einen Zettel mit der Nummer ${number} bei. Sobald es bei uns ist, sehen wir es an und senden Ihr Geld zurück.`,
      ],
      button: 'Zur Bestellung',
    }),
    'return-refused': ({ number, reason }) => ({
      subject: `Ihre Rückgabe zur Bestellung ${number} können wir nicht annehmen`,
      title: 'Wir können die Ware nicht zurücknehmen',
      words: [
        reason ? `Das tut uns leid. Der Grund: „${reason}“` : 'Das tut uns leid.',
        'Wenn Sie das anders sehen, antworten Sie auf diese Nachricht.',
      ],
      button: 'Zur Bestellung',
    }),
    'return-received': ({ number }) => ({
      subject: `Ihre Rücksendung zur Bestellung ${number} ist da`,
      title: 'Ihre Rücksendung ist da',
      words: [
        'Was Sie zurückgesendet haben, ist bei uns angekommen. Wir sehen es an und senden Ihr Geld zurück; sobald das geschehen ist, schreiben wir.',
      ],
      button: 'Zur Bestellung',
    }),
    'order-link': ({ number }) => ({
      subject: `Der Link zu Ihrer Bestellung ${number}`,
      title: 'Hier ist Ihre Bestellung',
      words: [
        'Jemand, vermutlich Sie, hat einen neuen Link zu dieser Bestellung angefordert. Er öffnet sie ohne Konto; behalten Sie ihn für sich.',
        'Waren Sie es nicht, ist nichts zu tun: Diese Nachricht hat niemand außer Ihnen.',
      ],
      button: 'Zur Bestellung',
    }),
  },
  account: {
    title: 'Nächstes Mal schneller',
    link: {
      title: 'Konto anlegen',
      text: 'Mit dieser E-Mail-Adresse; die Bestellung steht darin, sobald Sie die Adresse bestätigt haben.',
    },
  },
  goesTo: 'Geht an',
  carrier: 'Zusteller',
  follow: 'Paket verfolgen',
  items: 'Artikel',
  discount: 'Rabatt',
  shipping: 'Versand',
  free: 'Kostenlos',
  total: 'Gesamt',
  refunded: 'Bisher erstattet',
  taxIncluded: (tax) => `${tax} (enthalten)`,
  farewell: ['Guten Wind,', 'die Crew von Quayside'],
  why: (number) => `Sie erhalten diese Nachricht wegen Ihrer Bestellung ${number}.`,
};

export const orderWords: Readonly<Record<MailLanguage, OrderWords>> = { en, de };
