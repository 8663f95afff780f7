/** Under which a layout, which Next tells no address, finds the one that was asked for. */
export const askedPathHeader = 'x-asked-path';
