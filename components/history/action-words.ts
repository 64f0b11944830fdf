import type { AuditAction } from '@/lib/audit/audit-action';

// What somebody did, after their name. The compiler sees to it that nothing is written down that has no words.

const ACTION_WORDS: Record<AuditAction, string> = {
  'brand.changed': 'changed the company’s name, colours or words',
  'brand.logo-changed': 'changed the company’s logo',
  'brand.logo-removed': 'removed the company’s logo',
  'invitation.withdrawn': 'withdrew a personal link',
  'meeting.cancelled': 'cancelled a meeting',
  'meeting.moved': 'moved the end of a meeting',
  'message.answered': 'marked a message as answered',
  'message.reopened': 'marked a message as not answered',
  'person.erased': 'erased names and addresses',
  'retention.changed': 'changed how long things are kept',
  'sink.restarted': 'restarted an event sink',
  'webhook.added': 'added a webhook',
  'webhook.changed': 'changed a webhook',
  'webhook.gone': 'turned off a webhook whose receiver is gone',
  'webhook.removed': 'removed a webhook',
  'webhook.secret-replaced': 'replaced the secret of a webhook',
};

/** An action of a later version of ours is shown as it is. */
export function actionWords(action: string): string {
  return Object.hasOwn(ACTION_WORDS, action) ? ACTION_WORDS[action as AuditAction] : action;
}
