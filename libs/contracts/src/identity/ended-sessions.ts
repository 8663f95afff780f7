/** In an answer of Identity to the gateway, which takes it out: the account whose sessions are over. */
export const endedSessionsHeader = 'x-quayside-ended-sessions-of';
