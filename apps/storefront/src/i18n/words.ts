import type { useTranslations } from 'next-intl';
import type { Messages } from './messages/en.ts';

/** The messages of one part of the shop, for what is worked out apart from a component. */
export type Words<Part extends keyof Messages> = ReturnType<typeof useTranslations<Part>>;
