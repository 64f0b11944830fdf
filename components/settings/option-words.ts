import { viewWords } from './layout-shapes';
import { OPTION_KEYS, OPTIONS } from './option-specs';
import type { LocationDraft, OptionKey, OptionsDraft } from './settings-draft';

/** An option's value in words: "HD", "2048 kbit/s", "One large, 7 small"; what holds without one when it is not set. */
export function optionWords(options: OptionsDraft, key: OptionKey): string {
  const spec = OPTIONS[key];
  if (key === 'layout') return options.layout ? layoutWords(options.layout) : spec.unset;
  const value = options[key];
  if (value === '') return spec.unset;
  if (spec.kind === 'number') return `${value} ${spec.unit}`;
  if (spec.kind === 'choice') return spec.choices.find((choice) => choice.value === value)?.label ?? value;
  return value;
}

export function isSet(options: OptionsDraft, key: OptionKey): boolean {
  return key === 'layout' ? options.layout !== null : options[key] !== '';
}

/** What is set, a line each: for a summary. */
export function settingLines(options: OptionsDraft): string[] {
  return OPTION_KEYS.filter((key) => isSet(options, key)).map((key) => line(options, key));
}

/** The same of one location, where also what is left to Infinity is said. */
export function differenceLines({ differs, options }: LocationDraft): string[] {
  return differs.map((key) => line(options, key));
}

function line(options: OptionsDraft, key: OptionKey): string {
  return `${OPTIONS[key].label}: ${optionWords(options, key)}`;
}

function layoutWords(layout: NonNullable<OptionsDraft['layout']>): string {
  if (layout.kind === 'same') return viewWords(layout.view);
  return `hosts see ${lower(viewWords(layout.hostView))}; guests see ${lower(viewWords(layout.guestView))}`;
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
