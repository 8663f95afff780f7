import * as de from '../../../../content/de/cookies.mdx';
import * as en from '../../../../content/en/cookies.mdx';
import { contentPage } from '../../../../features/content/content-page.tsx';

const { generateMetadata, ContentPage } = contentPage('/cookies', { en, de });

export { generateMetadata };
export default ContentPage;
