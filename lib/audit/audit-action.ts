/** What is written down when it is done. Pure, since the desk has words for each (components/history/action-words.ts). */
export type AuditAction =
  | 'brand.changed'
  | 'brand.logo-changed'
  | 'brand.logo-removed'
  | 'invitation.withdrawn'
  | 'meeting.cancelled'
  | 'meeting.moved'
  | 'message.answered'
  | 'message.reopened'
  | 'person.erased'
  | 'retention.changed'
  | 'sink.restarted'
  | 'webhook.added'
  | 'webhook.changed'
  | 'webhook.gone'
  | 'webhook.removed'
  | 'webhook.secret-replaced';
