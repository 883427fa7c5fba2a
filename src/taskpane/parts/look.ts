import { makeStyles, tokens } from '@fluentui/react-components';

/** Looks that many parts of the pane share. What only one part looks like stands beside that part. */
export const useLook = makeStyles({
  /** A view: its parts below each other. */
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  /** A part of a view: heading, text, fields. */
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  /** A part whose pieces belong close together, as a chart and its legend do. */
  tight: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  /** A part that stands apart from what is around it: a question, a list to decide on. */
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  /** As wide as it needs to be, in a part that would stretch it. */
  narrow: { alignSelf: 'flex-start' },
  /** The way back from a page: its text stands where the text below it does. */
  back: { alignSelf: 'flex-start', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  /** As wide as its field allows. */
  wide: { width: '100%', minWidth: 0 },

  title: { margin: 0 },
  text: { margin: 0 },
  /** A heading or a text with a word that may be longer than the pane: a name, a formula. */
  longText: { margin: 0, overflowWrap: 'anywhere' },
  /** What a view or a question is about, below its heading. */
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  /** Within a button or a row: what its name leaves open. */
  fine: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  /** The figure that a part is about. */
  figure: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  longQuiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  /** A figure that is being computed again. */
  stale: { opacity: 0.6 },

  list: { listStyleType: 'none', margin: 0, padding: 0 },
  /** An entry of a list, with a rule above it. */
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: `${tokens.spacingVerticalS} 0` },
  bullets: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});
