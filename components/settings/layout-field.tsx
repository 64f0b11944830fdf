import { ChoiceField } from './choice-field';
import { FieldFrame } from './field-frame';
import { LECTURE_VIEW_NAMES, VIEW_NAMES } from './layout-shapes';
import type { OptionsDraft } from './settings-draft';
import { ViewPicker } from './view-picker';

type Layout = OptionsDraft['layout'];
type Lecture = Extract<Layout, { kind: 'lecture' }>;

type LayoutFieldProps = {
  id: string;
  label: string;
  hint: string;
  error?: string;
  value: Layout;
  /** What no layout means. */
  unset: string;
  onChange: (layout: Layout) => void;
};

const KINDS = [
  { value: 'same', label: 'The same for everyone' },
  { value: 'lecture', label: 'Hosts and guests each their own' },
];

/** One layout for everyone, or one for hosts and one for guests, which Infinity calls a lecture. */
export function LayoutField({ id, label, hint, error, value, unset, onChange }: LayoutFieldProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} isGroup>
      <div className="space-y-4">
        <ChoiceField
          id={`${id}-kind`}
          label="Who sees it"
          value={value?.kind ?? ''}
          choices={[{ value: '', label: unset }, ...KINDS]}
          onChange={(kind) => onChange(layoutOf(kind, value))}
        />
        {value?.kind === 'same' && (
          <ViewPicker
            name={`${id}-view`}
            label="Everyone sees"
            views={VIEW_NAMES}
            value={value.view}
            onChange={(view) => onChange({ kind: 'same', view })}
          />
        )}
        {value?.kind === 'lecture' && <LectureFields id={id} value={value} onChange={onChange} />}
      </div>
    </FieldFrame>
  );
}

/** What hosts look at already goes on being looked at; a lecture has one layout less to choose from. */
function layoutOf(kind: string, before: Layout): Layout {
  if (kind === '') return null;
  const view = before?.kind === 'lecture' ? before.hostView : (before?.view ?? 'one_main_seven_pips');
  if (kind === 'same') return { kind, view };
  const hostView = view === 'five_mains_seven_pips' ? 'one_main_seven_pips' : view;
  return { kind: 'lecture', hostView, guestView: 'one_main_seven_pips' };
}

type LectureFieldsProps = { id: string; value: Lecture; onChange: (layout: Layout) => void };

function LectureFields({ id, value, onChange }: LectureFieldsProps) {
  const { guestsSeeGuests, ...views } = value;
  return (
    <>
      <ViewPicker
        name={`${id}-host`}
        label="Hosts see"
        views={LECTURE_VIEW_NAMES}
        value={value.hostView}
        onChange={(hostView) => onChange({ ...value, hostView })}
      />
      <ViewPicker
        name={`${id}-guest`}
        label="Guests see"
        views={LECTURE_VIEW_NAMES}
        value={value.guestView}
        onChange={(guestView) => onChange({ ...value, guestView })}
      />
      <ChoiceField
        id={`${id}-guests-see-guests`}
        label="Guests see other guests"
        value={guestsSeeGuests ?? ''}
        choices={[
          { value: '', label: 'Infinity’s default' },
          ...SEES.map(({ value: seen, label: words }) => ({ value: seen, label: words })),
        ]}
        onChange={(chosen) => {
          const sees = SEES.find((each) => each.value === chosen)?.value;
          onChange(sees ? { ...views, guestsSeeGuests: sees } : views);
        }}
      />
    </>
  );
}

const SEES = [
  { value: 'no_hosts', label: 'While no host is in' },
  { value: 'always', label: 'Always' },
  { value: 'never', label: 'Never' },
] as const;
