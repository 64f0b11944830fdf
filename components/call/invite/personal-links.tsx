import { Undo2 } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import type { ListedInvitation } from '@/lib/invitations/schemas';
import { LinkCard } from './link-card';
import type { InviteFacts } from './use-invite-facts';
import { useMoment } from './use-moment';
import { usePersonalLinks } from './use-personal-links';

type PersonalLinksProps = { facts: InviteFacts; hostKey: string | null; inviter: string };

/** A link for one person, by name, that can be withdrawn: for hosts. */
export function PersonalLinks({ facts, hostKey, inviter }: PersonalLinksProps) {
  const t = useTranslations('invite.personal');
  const personal = usePersonalLinks(facts.alias, hostKey);
  const { links, made, problem, going } = personal;
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-3 border-t border-line pt-5">
      <div>
        <h3 id={heading} className="font-semibold">
          {t('title')}
        </h3>
        <p className="mt-0.5 text-sm text-ink-soft">{t('lead')}</p>
      </div>
      <NewLink onMake={personal.make} />
      <p role="alert" className="text-sm text-danger empty:hidden">
        {problem && t(`problem.${problem}`)}
      </p>
      {made && (
        <div className="rounded-card border border-line p-3.5">
          <LinkCard
            key={made.id}
            facts={facts}
            link={made.link}
            label={t('linkFor', { name: made.displayName })}
            inviter={inviter}
          />
          <p className="mt-3 text-sm text-ink-soft">{t('onlyNow')}</p>
        </div>
      )}
      {links && links.length > 0 && (
        <ul aria-label={t('list')} className="divide-y divide-line rounded-card border border-line">
          {links.map((link) => (
            <LinkRow
              key={link.id}
              link={link}
              isGoing={going === link.id}
              onWithdraw={() => void personal.withdraw(link.id)}
              onUndo={personal.undo}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function NewLink({ onMake }: { onMake: (name: string) => Promise<boolean> }) {
  const t = useTranslations('invite.personal');
  const [name, setName] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [isMaking, setIsMaking] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const displayName = name.trim();
    setIsMissing(!displayName);
    if (!displayName || isMaking) return;
    setIsMaking(true);
    if (await onMake(displayName)) setName('');
    setIsMaking(false);
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-wrap items-end gap-2">
      <TextField
        label={t('name')}
        className="min-w-40 flex-1"
        autoComplete="off"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={isMissing && !name.trim() ? t('nameMissing') : undefined}
      />
      <Button type="submit" variant="secondary" busy={isMaking}>
        {t('make')}
      </Button>
    </form>
  );
}

type LinkRowProps = { link: ListedInvitation; isGoing: boolean; onWithdraw: () => void; onUndo: () => void };

function LinkRow({ link, isGoing, onWithdraw, onUndo }: LinkRowProps) {
  const t = useTranslations('invite.personal');
  const moment = useMoment();
  const { displayName: name, lastUsedAt } = link;
  return (
    <li className="flex items-center gap-2 py-1.5 ps-3.5 pe-1.5 text-sm">
      <p role="status" className="min-w-0 flex-1">
        <bdi className={`font-medium ${isGoing ? 'text-ink-soft line-through' : ''}`}>{name}</bdi>
        <span className="block text-ink-soft">
          {isGoing ? t('going') : lastUsedAt ? t('used', { at: moment(Date.parse(lastUsedAt)) }) : t('unused')}
        </span>
      </p>
      {/* One button, so that it keeps the focus. */}
      <Button
        variant="quiet"
        aria-label={isGoing ? undefined : t('withdrawName', { name })}
        onClick={isGoing ? onUndo : onWithdraw}
        className={isGoing ? 'text-accent' : ''}
      >
        {isGoing && <Undo2 aria-hidden="true" className="size-4 rtl:-scale-x-100" />}
        {t(isGoing ? 'undo' : 'withdraw')}
      </Button>
    </li>
  );
}
