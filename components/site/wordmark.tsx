import Link from 'next/link';

export type WordmarkProps = {
  name?: string;
  logoUrl?: string | null;
  /** Where it leads. */
  homeLabel?: string;
  /** In place of that, where it opens beside this page rather than in its place. */
  newTabLabel?: string;
};

/** The company's logo, or else its name and the insurer's sign: a light above two lines of water. Leads home. */
export function Wordmark({
  name = 'Harbourline Insurance',
  logoUrl = null,
  homeLabel = 'home',
  newTabLabel,
}: WordmarkProps) {
  return (
    <Link
      href="/"
      target={newTabLabel && '_blank'}
      className="inline-flex min-w-0 items-center gap-2.5 rounded-control"
      aria-label={`${name}, ${newTabLabel ?? homeLabel}`}
    >
      {logoUrl ? (
        // Not next/image: a small PNG already, and that would write style attributes, which the page's policy forbids.
        // eslint-disable-next-line @next/next/no-img-element
        <img src={logoUrl} alt="" className="h-9 w-auto max-w-36 object-contain" />
      ) : (
        <SignAndName name={name} />
      )}
    </Link>
  );
}

function SignAndName({ name }: { name: string }) {
  return (
    <>
      <svg viewBox="0 0 36 36" className="size-9 shrink-0" fill="none" aria-hidden="true" focusable="false">
        <rect className="fill-accent" width="36" height="36" rx="10" />
        <path
          className="fill-on-accent"
          d="M15.400 12.600h5.200l1.500 10.600h-8.200ZM14.400 11.400h7.200v1.200h-7.200ZM16.200 8.600h3.600v2.800h-3.600ZM15.800 8.600 18 6.200l2.200 2.400Z"
        />
        <path
          className="stroke-on-accent"
          strokeWidth="1.700"
          strokeLinecap="round"
          d="M7 25.800c1.830-1.400 3.670-1.400 5.500 0s3.670 1.400 5.500 0 3.670-1.400 5.500 0 3.670 1.400 5.500 0M11 30c1.170-.9 2.330-.9 3.500 0s2.330.9 3.500 0 2.330-.9 3.500 0 2.330.9 3.500 0M21.500 10l5-1.600M14.500 10l-5-1.600"
        />
      </svg>
      <span className="font-display text-[1.4375rem] leading-none font-medium tracking-[-0.015em]">{name}</span>
    </>
  );
}
