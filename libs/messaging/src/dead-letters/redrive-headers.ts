/** What a message that is sent again says besides: of which dead letter it is, and for the how manieth time. */
export const redriveHeaders = { letter: 'redrive-letter', number: 'redrive-number' } as const;
