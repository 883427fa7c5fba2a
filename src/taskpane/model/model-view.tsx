import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  Skeleton,
  SkeletonItem,
  tokens,
} from '@fluentui/react-components';
import { lazy, Suspense, useCallback } from 'react';
import { headlineOf } from '../../analysis/headline';
import type { Contract } from '../../contract/contract';
import { useModel, type ModelState } from '../shell/model-session';
import { NoModel } from '../shell/no-model';
import { useLook } from '../parts/look';
import { useComputed } from '../parts/use-computed';
import { Checks } from './checks';
import { HeadlineTable } from './headline-table';
import { ProblemList } from './problem-list';
import { ScenarioChoice } from './scenario-choice';

const CostChart = lazy(() =>
  import(/* webpackChunkName: "chart" */ './cost-chart').then((module) => ({
    default: module.CostChart,
  })),
);

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  // What comes later must not push away what a person is about to press.
  headlinePlace: { height: '480px' },
  chartPlace: { height: '240px' },
});

/** What the model in the workbook says. */
export function ModelView() {
  const model = useModel();
  switch (model.state) {
    case 'loading':
      return (
        <Skeleton aria-label="Reading the model">
          <SkeletonItem size={32} />
        </Skeleton>
      );
    case 'no model':
      return <NoModel sentence={model.sentence} />;
    case 'failed':
      return (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{model.sentence}</MessageBarBody>
        </MessageBar>
      );
    case 'problems':
      return <ProblemList problems={model.problems} terms={model.terms} />;
    case 'ready':
      return <ReadyModel model={model} />;
  }
}

type Ready = Extract<ModelState, { state: 'ready' }>;

function ReadyModel({ model }: { model: Ready }) {
  const look = useLook();
  const styles = useStyles();
  const { value: headline, isStale } = useHeadline(model.contract, model.scenario);
  return (
    <div className={styles.view}>
      <ScenarioChoice scenarios={model.table.scenarios} inForce={model.terms.inForce} />
      <div className={isStale ? look.stale : undefined} aria-busy={isStale}>
        {headline ? (
          <HeadlineTable headline={headline} />
        ) : (
          <Skeleton aria-label="Computing the scenario">
            <SkeletonItem className={styles.headlinePlace} />
          </Skeleton>
        )}
      </div>
      {headline && (
        <Suspense fallback={<div className={styles.chartPlace} />}>
          <CostChart monthly={headline.monthly} currency={headline.currency} />
        </Suspense>
      )}
      <Checks contract={model.contract} />
      {model.problems.length > 0 && <ProblemList problems={model.problems} terms={model.terms} areRemarks />}
    </div>
  );
}

function useHeadline(contract: Contract, scenario: number) {
  return useComputed(useCallback(() => headlineOf(contract, scenario), [contract, scenario]));
}
