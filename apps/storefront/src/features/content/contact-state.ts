import type { ContactFault } from '@quayside/contracts';

/** What a visitor wrote, as the form's fields are called. */
interface ContactValues {
  readonly topic: string;
  readonly orderNumber: string;
  readonly name: string;
  readonly email: string;
  readonly text: string;
}

/** What became of what was sent. */
export interface ContactState {
  /** Tells forms apart: the same after a fault. */
  readonly form: string;
  readonly values: ContactValues;
  readonly faults: readonly ContactFault[];
  readonly outcome?: 'sent' | 'too-often' | 'unproven' | 'failed' | 'faults';
}
