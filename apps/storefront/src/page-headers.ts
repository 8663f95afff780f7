/** Under which a layout, which Next tells no address, finds the one that was asked for. */
export const askedPathHeader = 'x-asked-path';

/** Under which pages find the language that the proxy read in the address. */
export const localeHeader = 'x-page-locale';

/** Under which a layout finds what its own scripts must carry to be run. */
export const nonceHeader = 'x-page-nonce';
