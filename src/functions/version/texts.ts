import about from '../../../package.json';
import type { version } from './function';
import type { TextsOf } from '../framework/texts';

export const versionTexts: TextsOf<typeof version> = {
  summary: 'The version of Meterbook that is at work in this workbook, as text.',
  question: 'Which version of Meterbook computed these figures?',
  parameters: {},
  result: 'The version: three numbers with points, as 0.1.0.',
  equation: ['Major, minor and patch number, after Semantic Versioning.'],
  edges: [
    'Excel recalculates it when the workbook is recalculated in full (Ctrl+Alt+F9), not when the add-in is updated.',
    'Arguments are ignored.',
  ],
  examples: [
    {
      title: 'Which version is at work?',
      formula: '=METER.VERSION()',
      args: [],
      result: about.version,
      reading: 'The version that the add-in shows in its list of functions.',
    },
  ],
  refusals: [],
  source: 'The package of the add-in; numbered by Semantic Versioning 2.0.0.',
  since: '0.1.0',
};
