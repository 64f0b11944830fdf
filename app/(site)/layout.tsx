import { CallCorner } from '@/components/call/call-corner';
import { SiteFooter } from '@/components/site/site-footer';
import { SiteHeader } from '@/components/site/site-header';

/** The insurer's pages. The call lives here and not in a page, so that it goes on while the visitor walks about. */
export default function SiteLayout({ children }: { children: React.ReactNode }) {
  return (
    <>
      <SiteHeader />
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <SiteFooter />
      <CallCorner />
    </>
  );
}
