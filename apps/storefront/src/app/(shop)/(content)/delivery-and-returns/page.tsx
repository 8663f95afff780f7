import * as de from '../../../../content/de/delivery-and-returns.mdx';
import * as en from '../../../../content/en/delivery-and-returns.mdx';
import { contentPage } from '../../../../features/content/content-page.tsx';

const { generateMetadata, ContentPage } = contentPage('/delivery-and-returns', { en, de });

export { generateMetadata };
export default ContentPage;
