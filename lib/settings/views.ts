/**
 * Layouts that every release we have evidence of accepts for a conference, or documents (policy-api.md §4). Two that only some
 * releases know, `one_main_one_pip` and `one_main_twentyone_around`, are left out: a name a node does not know voids the
 * whole answer.
 */
export const VIEWS = [
  'one_main_zero_pips',
  'one_main_seven_pips',
  'one_main_twentyone_pips',
  'two_mains_twentyone_pips',
  'one_main_thirtythree_pips',
  'four_mains_zero_pips',
  'nine_mains_zero_pips',
  'sixteen_mains_zero_pips',
  'twentyfive_mains_zero_pips',
  'one_main_nine_around',
  'one_main_twelve_around',
  'two_mains_eight_around',
  'five_mains_seven_pips',
] as const;

/** Lectures have all of them but one. */
export const LECTURE_VIEWS = VIEWS.filter((view) => view !== 'five_mains_seven_pips');
