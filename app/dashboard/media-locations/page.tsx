import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { MediaLocations } from '@/components/media-locations/media-locations';
import { currentAgent } from '@/lib/auth/require-agent';
import { knownLocations } from '@/lib/media-locations/known-locations';
import { listRules } from '@/lib/media-locations/media-rule-store';

export const metadata: Metadata = { title: 'Media locations' };

export default async function MediaLocationsPage() {
  if (!(await currentAgent())) redirect('/sign-in?callbackUrl=/dashboard/media-locations');
  const [rules, known] = await Promise.all([listRules(), knownLocations()]);
  return (
    <MediaLocations
      rules={rules}
      locations={known.checked ? known.names : null}
      checking={known.checked ? 'on' : known.why}
    />
  );
}
