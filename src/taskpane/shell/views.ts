import type { ComponentType } from 'react';
import type { ViewId } from '../../commands/view-request';
import { StartView } from '../start/start-view';

export interface View {
  readonly id: ViewId;
  readonly label: string;
  /** Fetches the view's code; every view but the first has a chunk of its own. */
  load(): Promise<ComponentType>;
}

export const views: readonly View[] = [
  { id: 'start', label: 'Start', load: () => Promise.resolve(StartView) },
  {
    id: 'model',
    label: 'Model',
    load: () => import(/* webpackChunkName: "view-model" */ '../model/model-view').then((m) => m.ModelView),
  },
  {
    id: 'scenarios',
    label: 'Scenarios',
    load: () =>
      import(/* webpackChunkName: "view-scenarios" */ '../scenarios/scenarios-view').then(
        (m) => m.ScenariosView,
      ),
  },
  {
    id: 'levers',
    label: 'Levers',
    load: () =>
      import(/* webpackChunkName: "view-levers" */ '../levers/levers-view').then((m) => m.LeversView),
  },
  {
    id: 'compare',
    label: 'Compare',
    load: () =>
      import(/* webpackChunkName: "view-compare" */ '../compare/compare-view').then((m) => m.CompareView),
  },
  {
    id: 'insert',
    label: 'Insert',
    load: () =>
      import(/* webpackChunkName: "view-insert" */ '../insert/insert-view').then((m) => m.InsertView),
  },
  {
    id: 'why',
    label: 'Why?',
    load: () => import(/* webpackChunkName: "view-why" */ '../why/why-view').then((m) => m.WhyView),
  },
  {
    id: 'share',
    label: 'Share',
    load: () => import(/* webpackChunkName: "view-share" */ '../share/share-view').then((m) => m.ShareView),
  },
];
