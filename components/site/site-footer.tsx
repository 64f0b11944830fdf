import Link from 'next/link';
import { CLAIMS_EMAIL, CLAIMS_PHONE, EMAIL, OFFICES, OPENING_HOURS, PHONE } from './offices';
import { Wordmark, type WordmarkProps } from './wordmark';

const LINK = 'inline-block max-w-full py-1 text-ink-soft underline-offset-4 hover:text-ink hover:underline';

export function SiteFooter({ wordmark }: { wordmark?: WordmarkProps }) {
  return (
    <footer className="border-t border-line bg-sunken">
      {/* Room at the bottom: the call button floats there. */}
      <div className="mx-auto w-full max-w-6xl px-5 pt-14 pb-28 sm:px-8">
        <div className="grid gap-10 sm:grid-cols-2 lg:grid-cols-[1.6fr_1fr_1fr_1.4fr]">
          <div>
            <Wordmark {...wordmark} />
            <p className="mt-4 max-w-xs text-[0.9375rem] leading-relaxed text-ink-soft">
              Home and boat insurance, owned by the people it insures, since 1894.
            </p>
          </div>
          <FooterColumn title="Insurance">
            <FooterLink href="/cover">What we cover</FooterLink>
            <FooterLink href="/claims">Make a claim</FooterLink>
            <FooterLink href="/contact">Contact</FooterLink>
          </FooterColumn>
          <FooterColumn title="Offices">
            {OFFICES.map((office) => (
              <FooterLink key={office.town} href="/contact#offices">
                {office.town}
              </FooterLink>
            ))}
          </FooterColumn>
          <FooterColumn title="Reach us">
            <FooterLink href={PHONE.href}>{PHONE.display}</FooterLink>
            <FooterLink href={CLAIMS_PHONE.href}>{`${CLAIMS_PHONE.display}, claims day and night`}</FooterLink>
            <FooterLink href={`mailto:${EMAIL}`}>{EMAIL}</FooterLink>
            <FooterLink href={`mailto:${CLAIMS_EMAIL}`}>{CLAIMS_EMAIL}</FooterLink>
            <li className="pt-2 text-ink-soft">
              {OPENING_HOURS[0]?.days}, {OPENING_HOURS[0]?.hours}
            </li>
          </FooterColumn>
        </div>
        <SmallPrint />
      </div>
    </footer>
  );
}

function FooterColumn({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <h2 className="text-sm font-semibold">{title}</h2>
      <ul className="mt-3 space-y-1 text-[0.9375rem]">{children}</ul>
    </div>
  );
}

function FooterLink({ href, children }: { href: string; children: string }) {
  return (
    <li>
      {href.startsWith('/') ? (
        <Link href={href} className={LINK}>
          {children}
        </Link>
      ) : (
        <a href={href} className={LINK}>
          {children}
        </a>
      )}
    </li>
  );
}

function SmallPrint() {
  return (
    <div className="mt-12 space-y-3 border-t border-line pt-6 text-[0.8125rem] leading-relaxed text-ink-soft">
      <p className="max-w-3xl">
        Harbourline Insurance is the trading name of Harbourline Mutual Insurance Society Limited, The Old Custom House,
        1 Fish Strand, Penmarrow PM1 4AA. Cover is subject to the policy wording, its limits and its excess. Video calls
        are not recorded. Calls to 01632 numbers cost no more than calls to other landlines.
      </p>
      <p className="max-w-3xl">
        Harbourline is an invented company that shows what Mayfly does. Nothing here is an offer of insurance.
      </p>
      <p className="flex flex-wrap items-center gap-x-6 gap-y-1">
        <span>© 2026 Harbourline Mutual</span>
        <Link href="/sign-in" prefetch={false} data-leaves-the-call className={LINK}>
          For our agents: sign in
        </Link>
      </p>
    </div>
  );
}
