import type { AuditAction } from '@/lib/audit/audit-action';

// What somebody did, after their name. The compiler sees to it that nothing is written down that has no words.

const ACTION_WORDS: Record<AuditAction, string> = {
  'agent.picture-changed': 'changed their own picture',
  'agent.picture-removed': 'removed their own picture',
  'brand.changed': 'changed the company’s name, colours or words',
  'brand.logo-changed': 'changed the company’s logo',
  'brand.logo-removed': 'removed the company’s logo',
  'capture.deleted': 'deleted the captured requests',
  'capture.downloaded': 'downloaded the captured requests',
  'capture.turned-off': 'turned off the capture of requests',
  'capture.turned-on': 'turned on the capture of requests',
  'conference-settings.changed': 'changed the conference settings',
  'device.added': 'added a device',
  'device.changed': 'changed a device',
  'device.picture-changed': 'changed a device’s picture',
  'device.picture-removed': 'removed a device’s picture',
  'device.removed': 'removed a device',
  'history.exported': 'exported a list of the history',
  'invitation.withdrawn': 'withdrew a personal link',
  'media-rule.added': 'added a media rule',
  'media-rule.changed': 'changed a media rule',
  'media-rule.removed': 'removed a media rule',
  'media-rules.imported': 'imported media rules',
  'meeting.cancelled': 'cancelled a meeting',
  'meeting.moved': 'moved the end of a meeting',
  'message.answered': 'marked a message as answered',
  'message.reopened': 'marked a message as not answered',
  'person.erased': 'erased names and addresses',
  'policy-settings.changed': 'changed how calls are admitted',
  'retention.changed': 'changed how long things are kept',
  'sink.restarted': 'restarted an event sink',
  'webhook.added': 'added a webhook',
  'webhook.changed': 'changed a webhook',
  'webhook.gone': 'turned off a webhook whose receiver is gone',
  'webhook.removed': 'removed a webhook',
  'webhook.replayed': 'had messages to a webhook sent again',
  'webhook.secret-replaced': 'replaced the secret of a webhook',
  'webhook.tested': 'sent a test to a webhook',
};

/** An action of a later version of ours is shown as it is. */
export function actionWords(action: string): string {
  return Object.hasOwn(ACTION_WORDS, action) ? ACTION_WORDS[action as AuditAction] : action;
}
