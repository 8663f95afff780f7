import { z } from 'zod';

/** What comes after the hyphen in ISO 3166-2; anything else could be what somebody wrote. */
const regionCode = z.string().regex(/^[A-Z0-9]{1,3}$/);

/** Where an order goes, as far as that names no person: enough to tax it and to choose a carrier. */
export const destination = z.object({
  country: z.string().regex(/^[A-Z]{2}$/),
  region: regionCode.optional(),
});

/** The destination of an address; a state that is not given by its code is left out. */
export const destinationOf = ({
  country,
  state,
}: {
  readonly country: string;
  readonly state?: string | undefined;
}): z.infer<typeof destination> => {
  const region = regionCode.safeParse(state).data;
  return { country, ...(region !== undefined && { region }) };
};
