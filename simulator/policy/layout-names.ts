/**
 * Layouts as policy names them, and as clients do (policy-api.md §4, client-api.md §4). Any other name voids the answer.
 * `teams` and `teams_focus` are left out: they belong to Teams gateway calls.
 */
export const layoutNames: Readonly<Record<string, string>> = {
  one_main_zero_pips: '1:0',
  one_main_one_pip: '1:1',
  one_main_seven_pips: '1:7',
  one_main_twentyone_pips: '1:21',
  one_main_thirtythree_pips: '1:33',
  one_main_twentyone_around: '1:21a',
  two_mains_twentyone_pips: '2:21',
  four_mains_zero_pips: '4:0',
  nine_mains_zero_pips: '9:0',
  sixteen_mains_zero_pips: '16:0',
  twentyfive_mains_zero_pips: '25:0',
  one_main_nine_around: '1:9a',
  one_main_twelve_around: '1:12a',
  two_mains_eight_around: '2:8a',
  five_mains_seven_pips: 'ac',
};

export const defaultLayoutName = 'one_main_seven_pips';

/** What `available_layouts` answers. */
export const clientLayouts: readonly string[] = Object.values(layoutNames);
