import type { Metadata } from 'next';
import { Offices } from '@/components/site/contact/offices-section';
import { WaysToReachUs } from '@/components/site/contact/ways-to-reach-us';
import { PageHead } from '@/components/site/page-section';

export const metadata: Metadata = {
  title: 'Contact',
  description: 'Talk to Harbourline face to face from this page, by telephone, by e-mail, or in one of four offices.',
};

export default function ContactPage() {
  return (
    <>
      <PageHead title="There is always a person at the other end.">
        <p>
          See us on a video call, ring, write, or come to the counter. Whichever you choose, the person you speak to can
          decide things.
        </p>
      </PageHead>
      <WaysToReachUs />
      <Offices />
    </>
  );
}
