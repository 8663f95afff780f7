/** What somebody wrote to the shop, as it is mailed. */
export interface ContactMessage {
  readonly topic: 'order' | 'product' | 'other';
  readonly orderNumber?: string | undefined;
  readonly name: string;
  readonly email: string;
  readonly text: string;
  readonly locale: string;
}

const hourMs = 60 * 60 * 1000;

/** What was sent before the first moment is forgotten, with its key; what could not be sent, before the second. */
export const contactForgottenBefore = (now: Date): { sent: Date; unsent: Date } => ({
  sent: new Date(now.getTime() - 48 * hourMs),
  unsent: new Date(now.getTime() - 30 * 24 * hourMs),
});
