import { Link2Off } from 'lucide-react';
import Link from 'next/link';
import { MeetingCard } from '@/components/call/meeting-card';
import { buttonClasses } from '@/components/ui/button';

export default function NotFound() {
  return (
    <MeetingCard icon={Link2Off} title="We don’t know this meeting">
      <p>Check that the link is whole, or ask the person who invited you for a new one.</p>
      <Link href="/" className={buttonClasses('secondary', 'medium', 'mt-6')}>
        Go to our website
      </Link>
    </MeetingCard>
  );
}
