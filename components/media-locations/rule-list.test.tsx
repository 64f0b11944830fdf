import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { MediaRule } from '@/lib/media-locations/media-rule';
import { RuleList } from './rule-list';

const nobody = () => {};
const noone = () => Promise.resolve();

function shown(rules: MediaRule[], find: string): string {
  const actions = { onEdit: nobody, onDelete: noone, onCancel: nobody, onSaved: nobody };
  return renderToStaticMarkup(
    <RuleList rules={rules} locations={['Oslo']} find={find} isBusy={false} openId={null} {...actions} />,
  );
}

function rule(id: string, location: string, rest: Partial<MediaRule> = {}): MediaRule {
  return { id, askingLocation: '', network: '', protocol: '', location, overflow: [], note: '', ...rest };
}

const hundred = Array.from({ length: 100 }, (_, index) => rule(`right-${index}`, 'Oslo'));

it('a link to a name shows its rules, however many others come before them', () => {
  const rules = [...hundred, rule('media', 'Bergn'), rule('asking', 'Oslo', { askingLocation: 'Bergn' })];
  const html = shown(rules, 'Bergn');
  expect(html).toContain('2 of 102 rules');
  expect(html).toContain('value="Bergn"');
  expect(html).toContain('id="edit-media"');
  expect(html).toContain('id="edit-asking"');
  expect(html).not.toContain('id="edit-right-0"');
  expect(shown(rules, '')).not.toContain('id="edit-media"');
});

it.each(['oslo', 'Osl'])('rules that name just “%s” come before those that only contain it', (name) => {
  const rules = [...hundred, rule('full', 'Oslo', { overflow: ['Oslo', name] })];
  expect(shown(rules, name)).toContain('id="edit-full"');
});

it('a list that a link has narrowed can be widened, short as it is', () => {
  expect(shown([rule('one', 'Oslo')], 'Bergn')).toContain('Find a rule');
  expect(shown([rule('one', 'Oslo')], '')).not.toContain('Find a rule');
});
