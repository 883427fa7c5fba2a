import type { Headline } from '../../analysis/headline';

export const LOG_SHEET = 'Log';
/** A name leads to the header's first cell, whatever the sheet is called by now. */
export const LOG_NAME = 'Meterbook_Log';

export interface LogEntry {
  /** In ISO form, UTC. */
  readonly time: string;
  readonly headline: Headline;
  readonly scenario: string;
  /** Of the terms of the scenario. */
  readonly hash: string;
  /** Of Meterbook. */
  readonly version: string;
}

interface LogColumn {
  readonly header: string;
  readonly format: string;
  readonly width: number;
  value(entry: LogEntry): string | number;
}

const MONEY = '#,##0.00;-#,##0.00;0.00';

/**
 * What the log says of a pin, from left to right, before the terms that it was made of. Only constants: a log does not
 * compute.
 */
export const LOG_COLUMNS: readonly LogColumn[] = [
  { header: 'Time (UTC)', format: '@', width: 130, value: ({ time }) => time },
  { header: 'Action', format: '@', width: 60, value: () => 'Pin' },
  { header: 'Scenario', format: '@', width: 150, value: ({ scenario }) => scenario },
  { header: 'Currency', format: '@', width: 60, value: ({ headline }) => headline.currency },
  {
    header: 'Total billed',
    format: MONEY,
    width: 120,
    value: ({ headline }) => headline.totalBilled.toNumber(),
  },
  { header: 'Present value', format: MONEY, width: 120, value: ({ headline }) => headline.npv.toNumber() },
  {
    header: 'Staying reserved',
    format: MONEY,
    width: 120,
    value: ({ headline }) => headline.stayingReserved.toNumber(),
  },
  { header: 'Difference', format: MONEY, width: 120, value: ({ headline }) => headline.delta.toNumber() },
  {
    header: 'Illustrative share',
    format: '0.0%',
    width: 100,
    value: ({ headline }) => headline.illustrativeShare.toNumber(),
  },
  { header: 'Meterbook', format: '@', width: 80, value: ({ version }) => version },
  { header: 'Hash of terms', format: '@', width: 420, value: ({ hash }) => hash },
];
