import type { OrderWords } from './order-words.ts';

const whose = { card: 'Ihre Karte', bank: 'Ihr Bankkonto' } as const;

export const germanOrderWords: OrderWords = {
  of: {
    'order-confirmed': ({ number, total }) => ({
      subject: `Ihre Bestellung ${number} ist bestätigt`,
      title: 'Danke für Ihre Bestellung',
      words: [
        `Ihre Zahlung von ${total} ist eingegangen, und Ihre Artikel liegen bereit. Wir schreiben Ihnen, sobald sie unterwegs sind.`,
      ],
      button: 'Zur Bestellung',
    }),
    'payment-waiting': ({ number, payUntil, method }) => ({
      subject: `Ihre Zahlung für Bestellung ${number} wartet auf Sie`,
      title: 'Ihre Zahlung wartet auf Sie',
      words: [
        method === 'bank'
          ? 'Sie wollten bei Ihrer Bank bezahlen, und sie hat uns noch nicht gesagt, dass Sie zugestimmt haben. Ihr Bankkonto wurde nicht belastet.'
          : 'Ihre Bank bittet Sie um Bestätigung, dass die Karte Ihre ist, und hat noch nichts gehört. Ihre Karte wurde nicht belastet.',
        `Ihre Artikel sind für Sie reserviert. Machen Sie bis ${payUntil} weiter; die Seite Ihrer Bestellung führt dorthin.`,
      ],
      button: 'Weiter bezahlen',
    }),
    'payment-declined': ({ number, reason, payUntil, method }) => ({
      subject:
        method === 'bank'
          ? `Ihre Online-Überweisung für Bestellung ${number} kam nicht zustande`
          : `Ihre Karte wurde für Bestellung ${number} abgelehnt`,
      title: method === 'bank' ? 'Ihre Zahlung kam nicht zustande' : 'Ihre Karte wurde abgelehnt',
      words: [
        `Die Bank hat die Zahlung nicht zugelassen: „${reason}“. ${whose[method]} wurde nicht belastet.`,
        `Ihre Artikel bleiben bis ${payUntil} für Sie reserviert. Zahlen Sie bis dahin mit einer anderen Karte oder per Online-Überweisung, und alles geht weiter, als wäre nichts gewesen.`,
      ],
      button: 'Zahlung erneut versuchen',
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
    'order-cancelled': ({ number, by, isCharged, method }) => ({
      subject: `Ihre Bestellung ${number} ist storniert`,
      title: 'Ihre Bestellung ist storniert',
      words: [
        {
          buyer: 'Wie gewünscht senden wir sie nicht ab.',
          stock:
            'Es tut uns leid: Jemand war einen Moment schneller, und von Ihrer Bestellung ist nicht mehr genug da.',
          payment: 'Sie wurde nicht rechtzeitig bezahlt, und die Reservierung Ihrer Artikel ist beendet.',
          shop: 'Es tut uns leid, dass wir sie nicht senden können.',
        }[by],
        isCharged
          ? `Ihre Zahlung ist auf dem Weg zurück auf ${whose[method]}; wir schreiben wieder, wenn sie bei uns abgegangen ist.`
          : `${whose[method]} wurde nicht belastet.`,
      ],
      button: 'Zur Bestellung',
    }),
    'items-cancelled': ({ number, method }) => ({
      subject: `Ein Teil Ihrer Bestellung ${number} kommt nicht`,
      title: 'Ein Teil Ihrer Bestellung kommt nicht',
      words: [
        `Es tut uns leid: Das hier können wir nicht senden. Was Sie dafür bezahlt haben, geht auf ${whose[method]} zurück.`,
      ],
      button: 'Zur Bestellung',
    }),
    'order-refunded': ({ number, amount, method }) => ({
      subject: `${amount} für Bestellung ${number} gingen auf ${whose[method]} zurück`,
      title: `${amount} gingen an Sie zurück`,
      words: [
        `Wir haben ${amount} auf ${method === 'bank' ? 'das Bankkonto zurückgesendet, von dem' : 'die Karte zurückgesendet, mit der'} Sie bezahlt haben. Bis eine Bank das zeigt, dauert es bis zu fünf Werktage.`,
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
  invoice: {
    title: 'Ihre Rechnung',
    link: { title: 'Rechnung als PDF', text: 'Sie liegt auf der Seite Ihrer Bestellung, in Ihrem Konto.' },
    guestText:
      'Sie liegt auf der Seite Ihrer Bestellung. Name und Straße stehen darauf, darum fragt die Seite zuerst nach Ihrer E-Mail-Adresse.',
  },
  account: {
    title: 'Nächstes Mal schneller',
    link: {
      title: 'Konto anlegen',
      text: 'Mit dieser E-Mail-Adresse; die Bestellung steht darin, sobald Sie die Adresse bestätigt haben.',
    },
  },
  goesTo: 'Lieferadresse',
  carrier: 'Zusteller',
  follow: 'Paket verfolgen',
  items: 'Artikel',
  discount: 'Rabatt',
  shipping: 'Versand',
  free: 'Kostenlos',
  total: 'Gesamt',
  refunded: 'Bisher erstattet',
  taxes: { VAT: 'MwSt.', 'Sales tax': 'Umsatzsteuer' },
  taxIncluded: (tax) => `${tax} (enthalten)`,
  why: (number) => `Sie erhalten diese Nachricht wegen Ihrer Bestellung ${number}.`,
};
