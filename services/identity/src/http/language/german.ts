/** What the pages say, by what they say in English. */
export const german = {
  'Outfitters for foul weather and fair, from the harbour wall to the open sea.':
    'Ausrüster für schlechtes und schönes Wetter, von der Kaimauer bis aufs offene Meer.',
  'Quayside, back to the shop': 'Quayside, zurück zum Laden',
  'Back to the shop': 'Zurück zum Laden',
  'To the shop': 'Zum Laden',
  'Your account': 'Ihr Konto',
  'Error: {title}': 'Fehler: {title}',
  or: 'oder',
  // Signing in.
  'Sign in': 'Anmelden',
  'Is it you?': 'Sind Sie es?',
  'Welcome back': 'Willkommen zurück',
  'What you are about to do asks for your password once more.':
    'Was Sie vorhaben, verlangt noch einmal Ihr Passwort.',
  'Sign in to check out and to follow your orders.':
    'Melden Sie sich an, um zu bestellen und Ihre Bestellungen zu verfolgen.',
  'E-mail address': 'E-Mail-Adresse',
  Password: 'Passwort',
  'Use a passkey': 'Passkey verwenden',
  'No passkey answered. Try once more, or sign in as before.':
    'Kein Passkey hat geantwortet. Versuchen Sie es noch einmal, oder melden Sie sich wie bisher an.',
  'New at Quayside?': 'Neu bei Quayside?',
  'Create an account': 'Konto anlegen',
  'Forgot your password?': 'Passwort vergessen?',
  'Your code': 'Ihr Code',
  'Open your authenticator app and type the six digits it shows for Quayside.':
    'Öffnen Sie Ihre Authenticator-App, und tippen Sie die sechs Ziffern ein, die sie für Quayside zeigt.',
  Code: 'Code',
  'No phone at hand? One of your recovery codes does as well.':
    'Kein Telefon zur Hand? Einer Ihrer Ersatzcodes tut es auch.',
  'Begin anew': 'Von vorn beginnen',
  // By another provider.
  'Continue with {label}': 'Weiter mit {label}',
  'You have an account here': 'Sie haben hier ein Konto',
  'Sign in to your account': 'Melden Sie sich an Ihrem Konto an',
  'Sign in to it once as before. From then on {label} opens it as well.':
    'Melden Sie sich einmal wie bisher daran an. Danach öffnet es auch {label}.',
  'Sign in and link': 'Anmelden und verknüpfen',
  'Welcome aboard': 'Willkommen an Bord',
  '{label} knows you as {email}. Make an account here, and you are signed in.':
    '{label} kennt Sie als {email}. Legen Sie hier ein Konto an, dann sind Sie angemeldet.',
  '{label} knows you. Make an account here; we send you a mail to confirm the address.':
    '{label} kennt Sie. Legen Sie hier ein Konto an; wir senden Ihnen eine Mail, um die Adresse zu bestätigen.',
  'It was left open for too long, was used already, or was begun in another browser.':
    'Sie war zu lange offen, wurde schon benutzt oder in einem anderen Browser begonnen.',
  'Sign in to this account in this browser first, then try once more.':
    'Melden Sie sich erst in diesem Browser an diesem Konto an, und versuchen Sie es dann noch einmal.',
  '{label} cannot be reached right now. Sign in with your password, or try again in a while.':
    '{label} ist gerade nicht erreichbar. Melden Sie sich mit Ihrem Passwort an, oder versuchen Sie es später noch einmal.',
  '{label} did not sign you in. Nothing was changed.':
    '{label} hat Sie nicht angemeldet. Nichts wurde geändert.',
  'What {label} sent back could not be checked. Try once more, or sign in with your password.':
    'Was {label} zurückgeschickt hat, ließ sich nicht prüfen. Versuchen Sie es noch einmal, oder melden Sie sich mit Ihrem Passwort an.',
  '{label} opens another account, or none.': '{label} öffnet ein anderes Konto oder keines.',
  'That sign-in opens another account already.': 'Diese Anmeldung öffnet schon ein anderes Konto.',
  'This account is opened by ten others already. Remove one first.':
    'Dieses Konto wird schon von zehn anderen geöffnet. Entfernen Sie erst eines.',
  'This account has no password yet. Sign in to it in this browser, then follow the link again.':
    'Dieses Konto hat noch kein Passwort. Melden Sie sich in diesem Browser daran an, und folgen Sie dann dem Link noch einmal.',
  // Registering.
  'One account for your basket and your orders. We send you a mail to confirm the address.':
    'Ein Konto für Ihren Warenkorb und Ihre Bestellungen. Wir senden Ihnen eine Mail, um die Adresse zu bestätigen.',
  'Your name': 'Ihr Name',
  'At least 8 characters. A few words that only you would put together work well.':
    'Mindestens 8 Zeichen. Gut sind ein paar Wörter, die nur Sie zusammenstellen würden.',
  'Create account': 'Konto anlegen',
  'One moment: your browser computes something first.': 'Einen Moment: Ihr Browser rechnet vorher etwas aus.',
  'Have an account already?': 'Sie haben schon ein Konto?',
  'One field needs another look.': 'Ein Feld braucht noch einen Blick.',
  '{count} fields need another look.': '{count} Felder brauchen noch einen Blick.',
  'Enter your name.': 'Geben Sie Ihren Namen ein.',
  'Use 100 characters at most.': 'Höchstens 100 Zeichen.',
  'Use letters, spaces and punctuation only, and no address of a page.':
    'Nur Buchstaben, Leerzeichen und Satzzeichen, und keine Adresse einer Seite.',
  'That is longer than an e-mail address can be.': 'Das ist länger, als eine E-Mail-Adresse sein kann.',
  'Enter an e-mail address like name@example.com.': 'Geben Sie eine E-Mail-Adresse wie name@example.com ein.',
  'Use at least 8 characters.': 'Mindestens 8 Zeichen.',
  'Use 128 characters at most.': 'Höchstens 128 Zeichen.',
  'That is one of the passwords that everybody tries first. Use one that is yours alone.':
    'Das ist eines der Passwörter, die alle zuerst probieren. Nehmen Sie eines, das nur Ihnen gehört.',
  'That is too close to the name of this shop. Use something that has nothing to do with it.':
    'Das ist dem Namen dieses Shops zu ähnlich. Nehmen Sie etwas, das nichts damit zu tun hat.',
  'That is too close to your name or e-mail address. Use something that has nothing to do with them.':
    'Das ist Ihrem Namen oder Ihrer E-Mail-Adresse zu nah. Nehmen Sie etwas, das nichts damit zu tun hat.',
  // A new password.
  'A new password': 'Ein neues Passwort',
  'Tell us your address. We send you a link to choose a new password.':
    'Nennen Sie uns Ihre Adresse. Wir senden Ihnen einen Link, mit dem Sie ein neues Passwort wählen.',
  'Send me a link': 'Link zusenden',
  'It came back to you?': 'Es ist Ihnen wieder eingefallen?',
  'Look into your mailbox': 'Sehen Sie in Ihr Postfach',
  'If {email} has an account with us, a link is on its way there. It works for half an hour.':
    'Wenn {email} bei uns ein Konto hat, ist ein Link dorthin unterwegs. Er gilt eine halbe Stunde.',
  'Nothing came? Look among the unwanted mail, or {link}.':
    'Nichts gekommen? Sehen Sie im Spam-Ordner nach, oder {link}.',
  'ask once more': 'fordern Sie ihn noch einmal an',
  'Choose a new password': 'Neues Passwort wählen',
  'For {email}. Whoever is signed in to the account is signed out.':
    'Für {email}. Wer im Konto angemeldet ist, wird abgemeldet.',
  'New password': 'Neues Passwort',
  'Set the password': 'Passwort setzen',
  'Your password is set': 'Ihr Passwort ist gesetzt',
  'Whoever was signed in to your account is signed out. Sign in with the new password.':
    'Wer in Ihrem Konto angemeldet war, ist abgemeldet. Melden Sie sich mit dem neuen Passwort an.',
  'Set a new password': 'Neues Passwort setzen',
  // A confirmed address.
  'Confirm your address': 'Adresse bestätigen',
  '{email} becomes the address of your account.': '{email} wird die Adresse Ihres Kontos.',
  'Password of the account': 'Passwort des Kontos',
  'The one you chose when you made the account. If you did not make it, close this page.':
    'Das, das Sie beim Anlegen des Kontos gewählt haben. Haben Sie es nicht angelegt, schließen Sie diese Seite.',
  Confirm: 'Bestätigen',
  'Your address is confirmed': 'Ihre Adresse ist bestätigt',
  'All fast and belayed': 'Alles fest und belegt',
  '{email} is confirmed.': '{email} ist bestätigt.',
  '{email} is confirmed. Sign in with it from now on.':
    '{email} ist bestätigt. Melden Sie sich ab jetzt damit an.',
  'This address has an account': 'Diese Adresse hat ein Konto',
  'Somebody confirmed it for another account before. Sign in to that one, or set a new password for it.':
    'Jemand hat sie vorher für ein anderes Konto bestätigt. Melden Sie sich dort an, oder setzen Sie ein neues Passwort dafür.',
  'This link has done its work': 'Dieser Link hat seine Arbeit getan',
  'It was used already, or is too old. If you still need one, have a new one sent.':
    'Er wurde schon benutzt oder ist zu alt. Brauchen Sie noch einen, lassen Sie sich einen neuen senden.',
  '{link}, where your address is confirmed': '{link}, wo Ihre Adresse bestätigt wird',
  // What went wrong.
  'That e-mail address and password do not belong together. Check both and try again.':
    'E-Mail-Adresse und Passwort gehören nicht zusammen. Prüfen Sie beides, und versuchen Sie es noch einmal.',
  'That code is not right, or not any more. Wait for the next one and try again.':
    'Dieser Code stimmt nicht oder nicht mehr. Warten Sie auf den nächsten, und versuchen Sie es noch einmal.',
  'That passkey does not open an account here. Try once more, or sign in with your password.':
    'Dieser Passkey öffnet hier kein Konto. Versuchen Sie es noch einmal, oder melden Sie sich mit dem Passwort an.',
  'This account is disabled. Please write to us if you think it should not be.':
    'Dieses Konto ist gesperrt. Bitte schreiben Sie uns, wenn Sie meinen, dass es das nicht sein sollte.',
  'That is not the password of this account.': 'Das ist nicht das Passwort dieses Kontos.',
  'That was tried too often. Please wait {wait}.': 'Das wurde zu oft versucht. Bitte warten Sie {wait}.',
  '{count} seconds': '{count} Sekunden',
  'a minute': 'eine Minute',
  '{count} minutes': '{count} Minuten',
  'Many people are signing in right now. Please try again in a moment.':
    'Gerade melden sich viele an. Bitte versuchen Sie es gleich noch einmal.',
  'That took too long. Please begin anew.': 'Das hat zu lange gedauert. Bitte beginnen Sie von vorn.',
  'We could not read that form': 'Dieses Formular konnten wir nicht lesen',
  'Please go back and try again.': 'Bitte gehen Sie zurück, und versuchen Sie es noch einmal.',
  'That did not work': 'Das ging nicht',
  'Please start again from the shop.': 'Bitte beginnen Sie noch einmal beim Laden.',
  'This form was not sent from one of our pages.': 'Dieses Formular kam nicht von einer unserer Seiten.',
  'This page has gone out with the tide': 'Diese Seite ist mit der Ebbe hinaus',
  'It was left open for too long, or signing in was finished in another window.':
    'Sie stand zu lange offen, oder die Anmeldung wurde in einem anderen Fenster beendet.',
  'Sign in again': 'Wieder anmelden',
  'The harbour office is closed for a moment': 'Das Hafenbüro ist einen Moment geschlossen',
  'We cannot sign anybody in right now. Nothing is lost: wait a little, then load this page again.':
    'Wir können gerade niemanden anmelden. Nichts ist verloren: Warten Sie ein wenig, und laden Sie diese Seite neu.',
  // Signing out.
  'Sign out': 'Abmelden',
  'Signing you out': 'Sie werden abgemeldet',
  'Sign out of Quayside?': 'Bei Quayside abmelden?',
  'One moment.': 'Einen Moment.',
  'Your basket stays where it is.': 'Ihr Warenkorb bleibt, wo er ist.',
  'Signed out': 'Abgemeldet',
  'Fair winds': 'Gute Fahrt',
  'You are signed out.': 'Sie sind abgemeldet.',
} as const satisfies Readonly<Record<string, string>>;
