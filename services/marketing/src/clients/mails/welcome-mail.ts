import { shopPage } from '@quayside/contracts';
import type { MailText } from '../../domain/mail.ts';
import { courtesies } from './courtesies.ts';
import type { MailLanguage } from './language.ts';
import { mailOf } from './mail-of.ts';

interface WelcomeWords {
  readonly stranger: string;
  readonly hello: (firstName: string) => string;
  readonly preview: string;
  readonly intro: string;
  readonly button: string;
  readonly begin: string;
  readonly shelves: readonly { readonly title: string; readonly text: string; readonly slug: string }[];
  readonly why: string;
}

const words: Record<MailLanguage, WelcomeWords> = {
  en: {
    stranger: 'sailor',
    hello: (firstName) => `Welcome aboard, ${firstName}`,
    preview: 'Your Quayside account is ready.',
    intro:
      'Your account is ready. From now on your basket waits for you on every device, and you can follow each order from the shelf to your door.',
    button: 'Step into the shop',
    begin: 'A few places to begin',
    shelves: [
      {
        title: 'For the wet end of the forecast',
        text: 'Jackets, smocks and bibs that keep the spray where it belongs.',
        slug: 'foul-weather',
      },
      {
        title: 'For the deck and the coast path',
        text: 'Boots and shoes that grip, and a dry bag for what must not get wet.',
        slug: 'deck-footwear',
      },
      {
        title: 'For the night at anchor',
        text: 'Lamps, kettles and enamel that have been dropped before and did not mind.',
        slug: 'camp-kitchen',
      },
    ],
    why: 'You get this mail because an account was made with your address. If that was not you, simply leave it unused; there will be no more mail.',
  },
  de: {
    stranger: 'Segelfreund',
    hello: (firstName) => `Willkommen an Bord, ${firstName}`,
    preview: 'Ihr Konto bei Quayside ist bereit.',
    intro:
      'Ihr Konto ist bereit. Ab jetzt wartet Ihr Warenkorb auf jedem Gerät, und Sie können jede Bestellung vom Regal bis an die Tür verfolgen.',
    button: 'Zum Laden',
    begin: 'Ein paar gute Anfänge',
    shelves: [
      {
        title: 'Für das nasse Ende der Vorhersage',
        text: 'Jacken, Smocks und Latzhosen, bei denen die Gischt draußen bleibt.',
        slug: 'foul-weather',
      },
      {
        title: 'Für Deck und Küstenpfad',
        text: 'Stiefel und Schuhe mit Halt, und ein Packsack für alles, was trocken bleiben muss.',
        slug: 'deck-footwear',
      },
      {
        title: 'Für die Nacht vor Anker',
        text: 'Lampen, Kessel und Emaille, die schon heruntergefallen sind und es überlebt haben.',
        slug: 'camp-kitchen',
      },
    ],
    why: 'Sie erhalten diese Nachricht, weil mit Ihrer Adresse ein Konto angelegt wurde. Waren Sie das nicht, lassen Sie es einfach unbenutzt; es kommt keine weitere Post.',
  },
};

export const firstNameOf = (name: string): string | undefined => name.trim().split(/\s+/u)[0] || undefined;

/** @param shop the public origin */
export const welcomeMail = ({
  name,
  shop,
  language = 'en',
}: {
  name: string;
  shop: string;
  language?: MailLanguage;
}): MailText => {
  const said = words[language];
  const hello = said.hello(firstNameOf(name) ?? said.stranger);
  const page = {
    ...{ language, shop, subject: hello, preview: said.preview, title: hello },
    blocks: [
      { type: 'words', text: said.intro },
      { type: 'button', label: said.button, href: shop + shopPage(language, 'home') },
      {
        type: 'links',
        title: said.begin,
        links: said.shelves.map(({ title, text, slug }) => ({
          title,
          text,
          href: shop + shopPage(language, 'catalog', `?type=${slug}`),
        })),
      },
    ],
    farewell: courtesies[language].farewell,
    why: said.why,
  } as const;
  return mailOf(page);
};
