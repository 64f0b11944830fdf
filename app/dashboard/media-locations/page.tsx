import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { MediaLocations } from '@/components/media-locations/media-locations';
import { currentAgent } from '@/lib/auth/require-agent';
import { knownLocations } from '@/lib/media-locations/known-locations';
import { listRules } from '@/lib/media-locations/media-rule-store';

export const metadata: Metadata = { title: 'Media locations' };

/** What the list of rules is narrowed to. An address that cannot be read shows everything, rather than nothing. */
const Query = z.object({ find: z.string().max(250).catch('') });

type MediaLocationsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MediaLocationsPage({ searchParams }: MediaLocationsPageProps) {
  if (!(await currentAgent())) redirect('/sign-in?callbackUrl=/dashboard/media-locations');
  const { find } = Query.parse(await searchParams);
  const [rules, known] = await Promise.all([listRules(), knownLocations()]);
  return (
    <MediaLocations
      rules={rules}
      locations={known.checked ? known.names : null}
      checking={known.checked ? 'on' : known.why}
      find={find}
    />
  );
}
