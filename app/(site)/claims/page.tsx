import type { Metadata } from 'next';
import { AfterTheCall } from '@/components/site/claims/after-the-call';
import { ClaimSteps } from '@/components/site/claims/claim-steps';
import { FirstAid } from '@/components/site/claims/first-aid';
import { HaveReady } from '@/components/site/claims/have-ready';
import { Questions } from '@/components/site/claims/questions';
import { PageHead } from '@/components/site/page-section';
import { TalkButton } from '@/components/site/talk-button';

export const metadata: Metadata = {
  title: 'Claims',
  description: 'How to make a home or boat claim: make it safe, show us what happened on a video call, and be paid.',
};

export default function ClaimsPage() {
  return (
    <>
      <PageHead title="Tell us what happened. Better still, show us.">
        <p>
          Most claims here begin with a video call. You point your camera at the damage, a claims handler looks at it
          with you, and you both know where you stand before you hang up.
        </p>
        <TalkButton size="large" className="mt-8">
          Start a claim face to face
        </TalkButton>
      </PageHead>
      <ClaimSteps />
      <HaveReady />
      <FirstAid />
      <AfterTheCall />
      <Questions />
    </>
  );
}
