import type { Metadata } from 'next';
import { CoverComparison } from '@/components/site/cover/cover-comparison';
import { CoverPlans } from '@/components/site/cover/cover-plans';
import { NotCovered } from '@/components/site/cover/not-covered';
import { PageHead } from '@/components/site/page-section';

export const metadata: Metadata = {
  title: 'Cover',
  description: 'Home, boat, or both under one policy: what each covers, up to which sum, and what none of them does.',
};

export default function CoverPage() {
  return (
    <>
      <PageHead title="One policy for the house, the boat, and the water between.">
        <p>
          Three kinds of cover, written in plain words. If you are not sure which is yours, ask us face to face: we
          would rather sell you less than have you find a gap later.
        </p>
      </PageHead>
      <CoverPlans />
      <CoverComparison />
      <NotCovered />
    </>
  );
}
