import * as de from '../../../../content/de/privacy.mdx';
import * as en from '../../../../content/en/privacy.mdx';
import { contentPage } from '../../../../features/content/content-page.tsx';

const { generateMetadata, ContentPage } = contentPage('/privacy', { en, de });

export { generateMetadata };
export default ContentPage;
