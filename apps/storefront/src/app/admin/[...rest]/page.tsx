import { notFound } from 'next/navigation';

/** An address that is no page's, so that it is answered inside the frame of the back office. */
const NoPage = () => notFound();

export default NoPage;
