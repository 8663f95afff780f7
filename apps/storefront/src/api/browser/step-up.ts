/** In which the window where somebody showed who they are tells the others. */
export const stepUpChannel = 'quayside-step-up';

type Ask = () => Promise<boolean>;

let ask: Ask | undefined;

/** Whoever draws the dialog that asks. Gives what takes it away again. */
export const onStepUpAsked = (asked: Ask): (() => void) => {
  ask = asked;
  return () => {
    if (ask === asked) ask = undefined;
  };
};

/** Whether whoever is here has shown once more that it is them; not where nothing can ask. */
export const askForStepUp: Ask = async () => (await ask?.()) ?? false;

/** The code of the problem that asks for it (RFC 9470). */
export const stepUpCode = 'step-up-required';
