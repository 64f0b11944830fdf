import { useTranslations } from 'use-intl';
import { announcementFor, type Announcement } from '@/lib/call/announcements';
import type { CallView } from '@/lib/call/use-call';

/** Tells a screen reader how the call goes. Always mounted: a region that comes with its words stays unheard. */
export function Announcer({ view }: { view: CallView }) {
  const sentenceFor = useSentence();
  const announcement = announcementFor(view.call);
  return (
    <p role="status" className="sr-only">
      {announcement && sentenceFor(announcement)}
    </p>
  );
}

function useSentence() {
  const t = useTranslations('announcements');
  const endings = useTranslations('endings');
  return (announcement: Announcement): string => {
    switch (announcement.say) {
      case 'ended': {
        const { reason } = announcement;
        return t('over', { title: endings(`ended.${reason}.title`), advice: endings(`ended.${reason}.advice`) });
      }
      case 'failed': {
        const { failure } = announcement;
        return t('over', { title: endings(`failed.${failure}.title`), advice: endings(`failed.${failure}.advice`) });
      }
      default:
        return t(announcement.say);
    }
  };
}
