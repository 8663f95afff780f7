import type { AccountWords } from './account-words.ts';

const notYou =
  'Waren Sie das nicht, legen Sie sofort ein neues Passwort fest: Jemand anders kennt vielleicht das jetzige. Auf der Seite „Ihr Konto“ steht, wer angemeldet ist.';

export const germanAccountWords: AccountWords = {
  confirm: 'Adresse bestätigen',
  useAddress: 'Diese Adresse verwenden',
  setPassword: 'Neues Passwort festlegen',
  orOpen: 'Oder öffnen Sie diese Adresse:',
  farewell: 'Die Crew von Quayside',
  says: {
    confirm: (email) => ({
      subject: 'Bestätigen Sie Ihre Adresse für Quayside',
      heading: 'Ist das Ihre Adresse?',
      paragraphs: [
        `Mit der Adresse ${email} wurde ein Konto bei Quayside angelegt. Bestätigen Sie sie, dann gehört das Konto Ihnen: Sie können sich überall anmelden, und wir können Ihnen schreiben.`,
        'Der Link gilt einmal, sieben Tage lang.',
      ],
      otherwise:
        'Haben Sie kein Konto angelegt, lassen Sie diese Nachricht liegen: Ohne Sie endet das Konto von selbst, und es kommt keine weitere Post.',
    }),
    'change-email': (email) => ({
      subject: 'Bestätigen Sie Ihre neue Adresse für Quayside',
      heading: 'Ihre neue Adresse',
      paragraphs: [
        `Wem ein Konto bei Quayside gehört, möchte ab jetzt ${email} verwenden. Der Link gilt einmal, einen Tag lang.`,
      ],
      otherwise:
        'Haben Sie kein Konto bei uns, lassen Sie diese Nachricht liegen: Ohne Sie ändert sich nichts.',
    }),
    reset: () => ({
      subject: 'Legen Sie ein neues Passwort für Quayside fest',
      heading: 'Ein neues Passwort',
      paragraphs: [
        'Jemand, wahrscheinlich Sie, möchte ein neues Passwort für Ihr Konto bei Quayside festlegen. Der Link gilt einmal, eine halbe Stunde lang.',
      ],
      otherwise: 'Waren Sie das nicht, lassen Sie diese Nachricht liegen: Ihr Passwort bleibt, wie es ist.',
    }),
    'address-in-use': () => ({
      subject: 'Sie haben schon ein Konto bei Quayside',
      heading: 'Sie sind schon an Bord',
      paragraphs: [
        'Jemand, vielleicht Sie, wollte mit Ihrer Adresse ein Konto anlegen oder ein Konto auf sie umstellen. Sie haben schon eines: Melden Sie sich damit an, oder legen Sie ein neues Passwort fest, wenn Sie Ihres vergessen haben.',
      ],
      otherwise: 'Waren Sie das nicht, müssen Sie nichts tun: Ihr Konto ist unberührt.',
    }),
    'password-changed': () => ({
      subject: 'Ihr Passwort bei Quayside wurde geändert',
      heading: 'Ihr Passwort wurde geändert',
      paragraphs: ['Alle, die in Ihrem Konto angemeldet waren, wurden abgemeldet.'],
      otherwise: notYou,
    }),
    'email-changed': () => ({
      subject: 'Ihre Adresse bei Quayside wurde geändert',
      heading: 'Ihr Konto hat eine andere Adresse',
      paragraphs: [
        'Ab jetzt melden Sie sich mit einer anderen E-Mail-Adresse an, und wir schreiben Ihnen dorthin.',
      ],
      otherwise: 'Waren Sie das nicht, antworten Sie sofort auf diese Nachricht.',
    }),
    'second-factor-on': () => ({
      subject: 'Anmeldung mit Code bei Quayside eingeschaltet',
      heading: 'Ein Code neben Ihrem Passwort',
      paragraphs: ['Ab jetzt braucht die Anmeldung auch einen Code aus Ihrer Authenticator-App.'],
      otherwise: notYou,
    }),
    'second-factor-off': () => ({
      subject: 'Anmeldung mit Code bei Quayside ausgeschaltet',
      heading: 'Kein Code mehr',
      paragraphs: ['Ab jetzt genügt für die Anmeldung Ihr Passwort.'],
      otherwise: notYou,
    }),
    'passkey-added': () => ({
      subject: 'Ein Passkey wurde bei Quayside hinzugefügt',
      heading: 'Ein Passkey für Ihr Konto',
      paragraphs: ['Ab jetzt öffnet auch er Ihr Konto, ohne Ihr Passwort.'],
      otherwise: notYou,
    }),
    'sign-in-linked': () => ({
      subject: 'Eine weitere Anmeldung wurde bei Quayside verknüpft',
      heading: 'Ein weiterer Weg in Ihr Konto',
      paragraphs: [
        'Ein Konto bei einem anderen Anbieter wurde mit Ihrem verknüpft. Ab jetzt öffnet auch dieses Ihr Konto; welches es ist, steht auf der Seite „Ihr Konto“.',
      ],
      otherwise: notYou,
    }),
    'sign-in-unlinked': () => ({
      subject: 'Eine verknüpfte Anmeldung wurde bei Quayside entfernt',
      heading: 'Ein Weg weniger',
      paragraphs: ['Das Konto bei einem anderen Anbieter öffnet Ihr Konto nicht mehr.'],
      otherwise: notYou,
    }),
    'passkey-removed': () => ({
      subject: 'Ein Passkey wurde bei Quayside entfernt',
      heading: 'Ein Passkey weniger',
      paragraphs: ['Er öffnet Ihr Konto nicht mehr.'],
      otherwise: notYou,
    }),
  },
};
